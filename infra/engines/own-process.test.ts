import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownProcess } from './own-process.ts'

const folder = await mkdtemp(join(tmpdir(), 'engines-process-'))
after(() => rm(folder, { recursive: true, force: true }))

const forever = { command: process.execPath, args: ['-e', 'console.log("here I am"); setInterval(() => {}, 1000)'] }

test('a process is found again by who looks into its folder, and stops when told', async () => {
  await ownProcess(join(folder, 'a')).start(forever)
  const again = ownProcess(join(folder, 'a'))
  assert.equal(typeof (await again.pid()), 'number')
  assert.equal(await again.stop(5_000), true)
  assert.equal(await again.pid(), undefined)
  assert.equal(await again.stop(5_000), false)
})

test('one that was paused stops, too', async () => {
  const paused = ownProcess(join(folder, 'b'))
  await paused.start(forever)
  await paused.signal('SIGSTOP')
  assert.equal(await paused.stop(5_000), true)
})

test('a process that got the id of ours after its end is not ours, and is left alone', async () => {
  const ours = ownProcess(join(folder, 'c'))
  await ours.start(forever)
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(stranger, 'spawn')
  const record = join(folder, 'c', 'process.json')
  const known = await readFile(record, 'utf8')
  await writeFile(record, JSON.stringify({ ...JSON.parse(known), pid: stranger.pid }))
  assert.equal(await ours.pid(), undefined)
  assert.equal(await ours.stop(1_000), false)
  assert.equal(stranger.exitCode, null)
  stranger.kill('SIGKILL')
  await once(stranger, 'exit')
  await writeFile(record, known)
  await ours.stop(5_000)
})

test('what it wrote last is kept for who asks why it ended', async () => {
  const talker = ownProcess(join(folder, 'd'))
  await talker.start({ command: process.execPath, args: ['-e', 'console.log("one\\ntwo\\nthree")'] })
  while ((await talker.pid()) !== undefined) await new Promise((next) => setImmediate(next))
  assert.equal(await talker.lastLines(2), 'two\nthree')
})
