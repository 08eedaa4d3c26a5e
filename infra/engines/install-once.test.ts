import assert from 'node:assert/strict'
import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { FetchFailed, MissingTool, NotFetched } from './errors.ts'
import { installOnce, type Recipe } from './install-once.ts'
import { runTool } from './run-tool.ts'

const cache = await mkdtemp(join(tmpdir(), 'engines-cache-'))
after(() => rm(cache, { recursive: true, force: true }))

const said: string[] = []
const install = (recipe: Partial<Recipe>) =>
  installOnce(
    cache,
    { engine: 'kafka', version: '1.0.0', ingredients: [], make: async () => undefined, ...recipe },
    (line) => said.push(line),
    1,
  )

test('what two commands want at once is fetched once, and stays', async () => {
  let made = 0
  const make = async (folder: string) => {
    made += 1
    await writeFile(join(folder, 'jar'), '')
  }
  const folders = await Promise.all([install({ make }), install({ make }), install({ make })])
  assert.equal(new Set(folders).size, 1)
  assert.equal(made, 1)
  await access(join(folders[0] ?? '', 'jar'))
})

test('a download that fails three times is told as an engine that was not fetched', async () => {
  let tries = 0
  const make = async () => {
    tries += 1
    throw new FetchFailed('no route to the registry')
  }
  await assert.rejects(install({ version: '2.0.0', make }), (error: Error) => {
    assert.ok(error instanceof NotFetched)
    assert.equal(error.engine, 'kafka')
    assert.match(error.message, /^kafka could not be fetched \(tried three times\): no route to the registry/)
    return true
  })
  assert.equal(tries, 3)
  assert.ok(
    !(await readdir(cache)).some((name) => /^kafka-2\.0\.0-[0-9a-f]{8}$/.test(name)),
    'nothing half-made counts',
  )
})

test('a download that fails once is tried again, in an empty folder', async () => {
  let tries = 0
  const make = async (folder: string) => {
    tries += 1
    assert.deepEqual(await readdir(folder), [])
    await mkdir(join(folder, 'half'))
    if (tries === 1) throw new FetchFailed('broken off')
  }
  await install({ version: '3.0.0', make })
  assert.equal(tries, 2)
})

test('a missing program is told at once, with what to do', async () => {
  const make = async () => {
    await runTool('no-such-program-here', [], { missing: 'It is needed; install it.' })
  }
  await assert.rejects(install({ version: '4.0.0', make }), (error: Error) => {
    assert.ok(error instanceof MissingTool)
    assert.equal(error.message, 'It is needed; install it.')
    return true
  })
})

test('another recipe of the same version is another folder', async () => {
  const one = await install({ version: '5.0.0', ingredients: ['a'] })
  const other = await install({ version: '5.0.0', ingredients: ['b'] })
  assert.notEqual(one, other)
})
