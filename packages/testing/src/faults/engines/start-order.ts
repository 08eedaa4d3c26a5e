import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../../eventually/index.ts'
import type { RunningProcess } from '../../processes/index.ts'
import type { Stage } from './stage.ts'
import { assertSays, words } from './words.ts'

/** A cluster starts everything at once: programs wait for their engines, and say so. */
export function startOrder(stage: Stage): void {
  test('programs that start before their engines wait for them, say so, and serve as soon as they can', async () => {
    const { platform, proxy, ask } = stage
    const services = [...platform.of('content'), ...platform.of('search')]
    const doors = ['mongodb', 'kafka', 'opensearch', 'keycloak'] as const
    await Promise.all([...services, ...platform.of('gateway')].map((one) => one.stop()))
    for (const door of doors) await proxy(door).cut()
    // Started in the wrong order, before anything that they need.
    const restarts = Promise.all([...platform.of('gateway'), ...services].map((one) => one.restart()))
    restarts.catch(() => undefined)
    try {
      for (const one of services) await isAlive(one)
      for (const one of services) assert.equal(await one.isReady(), false)
      const [gateway] = platform.of('gateway')
      await eventually(async () => assert.equal(await gateway?.isReady(), true), { within: 20_000 })
      assert.deepEqual(await stage.states(), { documents: 'down', events: 'down', search: 'down', identity: 'down' })
      const answer = await ask('/api/content/sites')
      assert.deepEqual([answer.status, answer.json<{ detail: string }>().detail], [503, words.starting])
      const page = await ask('/')
      assert.equal(page.status, 503)
      assertSays(page.body, words.page)
    } finally {
      for (const door of doors) await proxy(door).clear()
    }
    const begun = performance.now()
    await restarts
    await eventually(async () => assert.equal((await ask('/')).status, 200), { within: 30_000, every: 200 })
    await stage.signIn()
    stage.note('started before the engines, ready after', `${Math.round(performance.now() - begun)} ms`)
  })
}

const isAlive = ({ url }: RunningProcess) =>
  eventually(async () => assert.equal((await fetch(`${url}/health/live`)).status, 200), { within: 30_000, every: 100 })
