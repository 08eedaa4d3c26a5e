import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { eventually } from '@pmq/testing/eventually'
import { freePorts } from '@pmq/testing/free-ports'
import { buildFronts } from './build-fronts.ts'
import { lastFirst } from './testing/last-first.ts'
import { type CopyOptions, startCopy } from './testing/start-copy.ts'

before(buildFronts)

const limits = { timeout: 60_000 }
const clean = { code: 0, signal: null }
const throughLauncher = { command: ['scripts/run.mjs', 'scripts/start.ts'] }

async function begin(t: TestContext, options: Pick<CopyOptions, 'command'> = {}) {
  const undo = lastFirst(t)
  const dataDir = await mkdtemp(join(tmpdir(), 'stopping-'))
  undo(() => rm(dataDir, { recursive: true, force: true }))
  const port = await freePorts(5)
  const copy = startCopy({ dataDir, port, ...options })
  undo(copy.kill)
  return { copy, port, undo }
}

const isListening = async (port: number) => {
  const socket = connect(port, '127.0.0.1')
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  socket.destroy()
  return connected
}

test('Ctrl-C stops the platform cleanly, also when the launcher alone is told', limits, async (t) => {
  const { copy, port } = await begin(t, throughLauncher)
  await copy.ready
  copy.child.kill('SIGINT')
  assert.deepEqual(await copy.ended, clean, copy.said())
  assert.match(copy.said(), /Arrêt terminé\.\n$/)
  assert.equal(await isListening(port), false)
})

test('when the launcher is killed, the platform ends within two seconds', limits, async (t) => {
  const { copy, port } = await begin(t, throughLauncher)
  await copy.ready
  copy.child.kill('SIGKILL')
  await eventually(async () => assert.equal(await isListening(port + 4), false), { within: 2_000 })
})

test('so it does when the launcher is killed while it starts', limits, async (t) => {
  const { copy, port } = await begin(t, throughLauncher)
  await eventually(() => isListening(port + 4), { within: 20_000 })
  copy.child.kill('SIGKILL')
  await eventually(async () => assert.equal(await isListening(port + 4), false), { within: 2_000 })
})

test('a start that is told to stop does so at once', limits, async (t) => {
  const { copy, port } = await begin(t)
  await eventually(() => isListening(port + 4), { within: 20_000 })
  copy.child.kill('SIGTERM')
  const begun = performance.now()
  assert.deepEqual(await copy.ended, clean)
  assert.ok(performance.now() - begun < 1_000)
  assert.match(copy.said(), /Arrêt terminé\./)
})

test(
  'a request that never ends holds up the stop for some seconds; a second Ctrl-C does not wait',
  limits,
  async (t) => {
    for (const [again, ending] of [
      [false, clean],
      [true, { code: 1, signal: null }],
    ] as const) {
      const { copy, port, undo } = await begin(t)
      await copy.ready
      const slow = connect(port, '127.0.0.1').on('error', () => undefined)
      undo(() => slow.destroy())
      slow.write('GET / HTTP/1.1\r\nhost: ')
      await eventually(() => slow.bytesWritten > 0)
      await fetch(`${copy.url}/health/live`) // by then it has heard the other one, too
      const begun = performance.now()
      copy.child.kill('SIGINT')
      if (again) {
        await delay(700) // a moment that is not the same any more
        copy.child.kill('SIGINT')
      }
      assert.deepEqual(await copy.ended, ending, copy.said())
      assert.ok(performance.now() - begun < (again ? 1_500 : 10_000))
    }
  },
)
