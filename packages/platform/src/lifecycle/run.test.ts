import assert from 'node:assert/strict'
import test from 'node:test'
import { silentLog } from '../log/index.ts'
import { stopAll } from './run.ts'

test('parts stop in the order given, each after the one before, whatever one of them says', async () => {
  const stopped: string[] = []
  const part = (name: string, fails = false) => ({
    name,
    async stop() {
      await Promise.resolve()
      stopped.push(name)
      if (fails) throw new Error('stuck')
    },
  })
  await stopAll([part('requests'), part('service', true), part('engines')], silentLog())
  assert.deepEqual(stopped, ['requests', 'service', 'engines'])
})
