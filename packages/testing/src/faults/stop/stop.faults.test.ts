import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { times } from '../times.ts'
import { assertGraceful } from './assert-graceful.ts'
import { stopUnderLoad } from './stop-under-load.ts'

const rounds = times(6, 20)
const limits = { timeout: 30_000 + rounds * 15_000 }

async function stopped(t: TestContext, manner: string) {
  const program = fileURLToPath(import.meta.resolve('./program.ts'))
  const child = spawn(process.execPath, [program, manner], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data')
  const url = `http://127.0.0.1:${Number(port)}`
  return stopUnderLoad({ url, paths: ['/', '/busy', '/slow', '/'], tell: () => child.kill('SIGTERM'), ended })
}

test(`a server told to stop under load, ${rounds} times: not one request fails`, limits, async (t) => {
  let answered = 0
  let longest = 0
  for (let round = 1; round <= rounds; round += 1) {
    const stopping = await stopped(t, 'ours')
    assertGraceful(stopping)
    answered += stopping.answered
    longest = Math.max(longest, stopping.endedMs)
  }
  t.diagnostic(`${rounds} stops, ${answered} requests answered, 0 failed, the longest took ${Math.round(longest)} ms`)
})

test('a server that cuts its connections is found out', { timeout: 30_000 }, async (t) => {
  const stopping = await stopped(t, 'abrupt')
  assert.throws(() => assertGraceful(stopping), /failed/)
})

test('so is one that stops in the way of Node', { timeout: 60_000 }, async (t) => {
  const failed: string[] = []
  for (let round = 1; round <= 5 && failed.length === 0; round += 1) failed.push(...(await stopped(t, 'node')).failed)
  assert.notEqual(failed.length, 0)
})
