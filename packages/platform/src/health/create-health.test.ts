import assert from 'node:assert/strict'
import test from 'node:test'
import { createHealth } from './create-health.ts'

const clock = () => new Date('2026-11-21T10:00:00Z')
const up = { name: 'documents', kind: 'embedded', needed: true, check: async () => undefined } as const
const down = { name: 'search', kind: 'external', check: () => Promise.reject(new Error('away')) } as const
const silent = {
  name: 'events',
  kind: 'external',
  needed: true,
  check: () => new Promise<void>(() => undefined),
} as const

test('an engine that is away is told with its reason, and does not stop what can do without it', async () => {
  const health = createHealth([up, down], { clock })
  assert.deepEqual(
    (await health.engines()).map(({ name, state, detail }) => ({ name, state, detail })),
    [
      { name: 'documents', state: 'up', detail: undefined },
      { name: 'search', state: 'down', detail: 'away' },
    ],
  )
  assert.equal(await health.ready(), true)
})

test('an engine that does not answer in time is down', async () => {
  const health = createHealth([silent], { clock, timeoutMs: 5 })
  assert.equal((await health.engines())[0]?.state, 'down')
  assert.equal(await health.ready(), false)
})

test('a program that drains is not ready, whatever its engines say', async () => {
  const health = createHealth([up], { clock })
  assert.equal(await health.ready(), true)
  health.drain()
  assert.equal(await health.ready(), false)
})

test('a report looks at each engine once, and is not ready when one that is needed is down', async () => {
  let looks = 0
  const down = {
    name: 'documents',
    kind: 'external' as const,
    needed: true,
    async check() {
      looks += 1
      throw new Error('away')
    },
  }
  const { ready, engines } = await createHealth([down, up], { clock }).report()
  assert.equal(ready, false)
  assert.deepEqual(
    engines.map(({ state }) => state),
    ['down', 'up'],
  )
  assert.equal(looks, 1)
})
