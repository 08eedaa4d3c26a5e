import assert from 'node:assert/strict'
import test from 'node:test'
import { type EngineWorkerFailure, startEngineWorker } from './index.ts'

type Methods = { echo(word: string): string; refuse(): void; tell(word: string): void; die(): void }
const url = new URL('./testing/echo-worker.ts', import.meta.url)
const start = (options: { fail?: string } = {}, onFailure?: (failure: EngineWorkerFailure) => void) =>
  startEngineWorker<{ started: true }, Methods>('echo', url, options, onFailure)

test('an engine answers calls from its own thread', async () => {
  const engine = await start()
  assert.deepEqual(engine.ready, { started: true })
  assert.deepEqual(await Promise.all([engine.call('echo', 'a'), engine.call('echo', 'b')]), ['a', 'b'])
  await engine.close()
})

test('what an engine refuses arrives with its code', async () => {
  const engine = await start()
  await assert.rejects(engine.call('refuse'), { message: 'no', code: 'REFUSED' })
  await engine.close()
})

test('an engine that cannot start says why', async () => {
  await assert.rejects(start({ fail: 'EADDRINUSE' }), { message: 'cannot start', code: 'EADDRINUSE' })
})

test('an engine may speak unasked', async () => {
  const engine = await start()
  const heard = new Promise((resolve) => engine.onNotice(resolve))
  await engine.call('tell', 'news')
  assert.deepEqual(await heard, { word: 'news' })
  await engine.close()
})

test('when an engine dies, calls that wait are refused and the program is told', async () => {
  const died = Promise.withResolvers<EngineWorkerFailure>()
  const engine = await start({}, died.resolve)
  await assert.rejects(engine.call('die'), /stopped/)
  assert.equal((await died.promise).engine, 'echo')
  await assert.rejects(engine.call('echo', 'x'), /stopped/)
  await engine.close()
})

test('closing twice is no failure', async () => {
  const engine = await start()
  await Promise.all([engine.close(), engine.close()])
  await engine.close()
})
