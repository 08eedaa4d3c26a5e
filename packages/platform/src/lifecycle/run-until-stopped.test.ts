import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'

/** A program that takes `stopMs` to stop, and says what it does. */
function program(t: TestContext, stopMs: number) {
  const code = `
    import { runUntilStopped } from ${JSON.stringify(new URL('./run.ts', import.meta.url).href)}
    const log = { info() {}, warn(_, text) { console.log(text) }, error() {} }
    const slow = { name: 'slow', stop: () => new Promise((done) => setTimeout(done, ${stopMs})) }
    const broken = { name: 'broken', stop: async () => { throw new Error('no') } }
    const last = { name: 'last', stop: async () => console.log('last stopped') }
    setInterval(() => {}, 1000)
    const stopped = runUntilStopped([slow, broken, last], log)
    console.log('ready')
    await stopped
    process.exit(0)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text) => said.push(text))
  return { child, said, ready: once(child.stdout, 'data'), ended: once(child, 'exit') }
}

test('a program that is told to stop stops its parts in turn, whatever one of them says', async (t) => {
  const { child, said, ready, ended } = program(t, 10)
  await ready
  child.kill('SIGTERM')
  assert.deepEqual(await ended, [0, null])
  assert.match(said.join(''), /a part did not stop cleanly\nlast stopped/)
})

test('two signals of one moment are one Ctrl-C; a later one ends the program at once', async (t) => {
  const { child, said, ready, ended } = program(t, 60_000)
  await ready
  child.kill('SIGINT')
  child.kill('SIGTERM')
  await delay(600) // longer than what counts as one moment
  assert.equal(child.exitCode, null)
  child.kill('SIGINT')
  assert.deepEqual(await ended, [1, null])
  assert.doesNotMatch(said.join(''), /last stopped/)
})
