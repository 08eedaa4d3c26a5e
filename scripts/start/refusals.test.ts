import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { ApiProblem } from '@pmq/contracts/client'
import { listen } from '@pmq/embedded/listen'
import { freePorts } from '@pmq/testing/free-ports'
import { buildFronts } from './build-fronts.ts'
import { lockData } from './lock-data.ts'
import { lastFirst } from './testing/last-first.ts'
import { startCopy } from './testing/start-copy.ts'
import { create, inputOf, signedIn } from './testing/writer.ts'

before(buildFronts)

const limits = { timeout: 60_000 }

async function world(t: TestContext) {
  const undo = lastFirst(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'start-refusals-'))
  undo(() => rm(dataDir, { recursive: true, force: true }))
  const start = (port: number, path = dataDir) => {
    const copy = startCopy({ dataDir: path, port })
    undo(copy.kill)
    return copy
  }
  return {
    undo,
    dataDir,
    start,
    /** What a copy says that cannot start: words, exit code 1, no stack. */
    async refusal(at: { port?: number; path?: string } = {}) {
      const copy = start(at.port ?? (await freePorts(5)), at.path)
      assert.deepEqual(await copy.ended, { code: 1, signal: null }, copy.said())
      assert.doesNotMatch(copy.said(), /\n\s+at |node:internal/)
      return copy.said()
    },
  }
}

test('a second copy on the same data waits a moment, then says which one is running', limits, async (t) => {
  const { dataDir, refusal, undo } = await world(t)
  undo(await lockData(dataDir, { url: 'http://localhost:1234' }))
  const begun = performance.now()
  assert.match(await refusal(), new RegExp(`Une autre copie.*http://localhost:1234, processus ${process.pid}`))
  assert.ok(performance.now() - begun > 5_000, 'it waited for one that may just be stopping')
})

test('ports that are taken are all named, with a group that is free', limits, async (t) => {
  const { refusal, undo } = await world(t)
  const port = await freePorts(5)
  for (const taken of [port, port + 1, port + 4]) {
    const { servers } = await listen(createServer, { port: taken, addresses: ['127.0.0.1'] })
    for (const server of servers) undo(() => server.close())
  }
  const said = await refusal({ port })
  assert.match(
    said,
    new RegExp(`${port} \\(les sites\\), ${port + 1} \\(la connexion\\), ${port + 4} \\(les données\\)`),
  )
  assert.match(said, /PORT=\d+ npm start/)
})

for (const [what, engine] of [
  ['as a whole', ''],
  ['of one engine', 'events'],
] as const)
  test(`data of a newer version, ${what}, are left alone`, limits, async (t) => {
    const { dataDir, refusal } = await world(t)
    await mkdir(join(dataDir, engine), { recursive: true })
    await writeFile(join(dataDir, engine, 'format.json'), '{"format":99}')
    assert.match(await refusal(), /écrites par une version plus récente/)
  })

test('data that are none are left alone', limits, async (t) => {
  const { dataDir, refusal } = await world(t)
  await mkdir(join(dataDir, 'documents'))
  const letter = 'This is a letter and no database. '.repeat(200)
  await writeFile(join(dataDir, 'documents', 'documents.db'), letter)
  assert.match(await refusal(), /abîmées[\s\S]*sauvegarde/)
  assert.equal(await readFile(join(dataDir, 'documents', 'documents.db'), 'utf8'), letter)
})

test('a data folder that cannot be written to is said', limits, async (t) => {
  const { dataDir, refusal } = await world(t)
  await writeFile(join(dataDir, 'file'), '')
  for (const path of [join(dataDir, 'file'), join(dataDir, 'file', 'below')])
    assert.match(await refusal({ path }), /ne peut pas écrire dans/)
})

test('a full disk is said and costs nothing: once there is room, all goes on where it was', limits, async (t) => {
  const { dataDir, refusal, start, undo } = await world(t)
  const mount = (...options: string[]) => spawnSync('mount', [...options, 'tmpfs', dataDir]).status === 0
  if (process.platform !== 'linux' || !mount('-t', 'tmpfs', '-o', 'size=200k'))
    return t.skip('a small disk can only be made by root, on Linux')
  undo(() => spawnSync('umount', ['-l', dataDir]))
  const port = await freePorts(5)
  for (const size of ['200k', '2500k']) {
    assert.ok(mount('-o', `remount,size=${size}`))
    assert.match(await refusal({ port }), /Le disque est plein/, size)
  }
  assert.ok(mount('-o', 'remount,size=40m'))
  const copy = start(port)
  await copy.ready

  const call = await signedIn({ port, dataDir })
  const filler = join(dataDir, 'filler')
  await assert.rejects(writeFile(filler, Buffer.alloc(60_000_000)), { code: 'ENOSPC' })
  const text = 'Rien ne va plus. '.repeat(6_000)
  const long = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  }
  let refused: unknown
  for (let n = 1; !refused && n < 200; n += 1) {
    const body = { ...inputOf(`plein-${n}`, 'Plein'), body: long }
    await call('POST /api/content/articles', { body }).catch((error: unknown) => (refused = error))
  }
  assert.ok(refused instanceof ApiProblem && refused.status >= 500, String(refused))
  assert.equal((await fetch(`${copy.url}/plan-du-site`)).status, 200, 'what is there can be read')
  await rm(filler)
  await create(call, { key: 'encore' })
  assert.equal(copy.child.exitCode, null)
})
