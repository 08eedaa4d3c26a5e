import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ownProcess } from './own-process.ts'

const folder = await mkdtemp(join(tmpdir(), 'engines-process-'))
after(() => rm(folder, { recursive: true, force: true }))

const forever = { command: process.execPath, args: ['-e', 'console.log("here I am"); setInterval(() => {}, 1000)'] }

test('a process is found again by who looks into its folder, and stops when told', { timeout: 30_000 }, async () => {
  await ownProcess(join(folder, 'a')).start(forever)
  const again = ownProcess(join(folder, 'a'))
  assert.equal(typeof (await again.pid()), 'number')
  assert.equal(await again.stop(5_000), true)
  assert.equal(await again.pid(), undefined)
  assert.equal(await again.stop(5_000), false)
})

test('one that was paused stops, too', { timeout: 30_000 }, async () => {
  const paused = ownProcess(join(folder, 'b'))
  await paused.start(forever)
  await paused.signal('SIGSTOP')
  assert.equal(await paused.stop(5_000), true)
})

test('a process that got the id of ours after its end is not ours, and is left alone', {
  timeout: 30_000,
}, async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    await once(stranger, 'spawn')
    const ours = ownProcess(join(folder, 'c'))
    await mkdir(join(folder, 'c'))
    await writeFile(join(folder, 'c', 'process.json'), JSON.stringify({ pid: stranger.pid, birth: 'another moment' }))
    assert.equal(await ours.pid(), undefined)
    assert.equal(await ours.signal('SIGKILL'), false)
    assert.equal(await ours.stop(1_000), false)
    assert.equal(stranger.exitCode, null)
    assert.equal(stranger.signalCode, null)
  } finally {
    stranger.kill('SIGKILL')
    await once(stranger, 'exit')
  }
})

test('what it wrote last is kept for who asks why it ended', { timeout: 30_000 }, async () => {
  const talker = ownProcess(join(folder, 'd'))
  await talker.start({ command: process.execPath, args: ['-e', 'console.log("one\\ntwo\\nthree")'] })
  while ((await talker.pid()) !== undefined) await new Promise((next) => setImmediate(next))
  assert.equal(await talker.lastLines(2), 'two\nthree')
})
