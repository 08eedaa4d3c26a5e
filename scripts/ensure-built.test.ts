import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { eventually } from '@pmq/testing/eventually'
import { type Build, ensureBuilt } from './ensure-built.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ensure-built-'))
  await mkdir(join(dir, 'src'))
  await writeFile(join(dir, 'src/page.ts'), 'one')
})
afterEach(() => rm(dir, { recursive: true }))

/** Counts its runs in a file and copies the source, as a build would. */
const script = `const fs = require('node:fs'); fs.mkdirSync('dist', { recursive: true })
fs.appendFileSync('runs', 'x'); fs.copyFileSync('src/page.ts', 'dist/page.js')`
const build = (more = '') =>
  ensureBuilt({ dir, inputs: ['src'], output: 'dist', command: ['node', '-e', script + more] })
const runs = async () => (await readFile(join(dir, 'runs'), 'utf8')).length

test('a front end is built once, and again only when a source has changed', async () => {
  assert.deepEqual(await build(), { built: true })
  assert.deepEqual(await build(), { built: false })
  await utimes(join(dir, 'src/page.ts'), new Date(), new Date())
  assert.deepEqual(await build(), { built: false }, 'a new date alone is no change')
  await writeFile(join(dir, 'src/page.ts'), 'two')
  assert.deepEqual(await build(), { built: true })
  assert.equal(await readFile(join(dir, 'dist/page.js'), 'utf8'), 'two')
})

test('a test beside the sources is not a source', async () => {
  await build()
  await writeFile(join(dir, 'src/page.test.ts'), 'a test')
  assert.deepEqual(await build(), { built: false })
})

test('those who ask together wait for one build', async () => {
  const answers = await Promise.all([build(), build(), build()])
  assert.equal(answers.filter(({ built }) => built).length, 1)
  assert.equal(await runs(), 1)
})

test('a build that fails says why and is tried again', async () => {
  await assert.rejects(build(`; console.error('the reason'); process.exit(1)`), /the reason/)
  assert.deepEqual(await build(), { built: true })
})

test('a build ends with the program that asked for it', async () => {
  const endless = `require('node:fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000)`
  const wanted: Build = { dir, inputs: ['src'], output: 'dist', command: ['node', '-e', endless] }
  const module = JSON.stringify(new URL('./ensure-built.ts', import.meta.url).href)
  const asking = `import { ensureBuilt } from ${module}; await ensureBuilt(${JSON.stringify(wanted)})`
  const asker = spawn(process.execPath, ['--input-type=module', '-e', asking], { stdio: 'inherit' })
  const pid = await eventually(async () => Number(await readFile(join(dir, 'pid'), 'utf8')) || false)
  asker.kill('SIGKILL')
  await eventually(() => assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' }))
})
