import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { CloudEvent } from '@pmq/platform/events'
import { startEvents } from './index.ts'

const TOPIC = 'test.things'
const anEvent = (data: unknown = {}): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  source: '/services/test',
  type: `${TOPIC}.changed`,
  subject: randomUUID(),
  time: new Date().toISOString(),
  sequence: 1,
  datacontenttype: 'application/json',
  data,
})

type Cleaning = { after(clean: () => Promise<void>): void }
/** Started here, closed after the test even when it fails: a worker at work keeps the process alive. */
async function started(t: Cleaning, dataDir: string) {
  const events = await startEvents({ dataDir })
  t.after(events.close)
  return events
}
async function aFolder(t: Cleaning): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'events-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('data of a newer version are refused, and so is a second copy', async (t) => {
  const dataDir = await aFolder(t)
  const { close } = await started(t, dataDir)
  await assert.rejects(startEvents({ dataDir }), { code: 'DATA_IN_USE' })
  await close()
  await writeFile(join(dataDir, 'format.json'), '{"engine":"events","format":99}')
  await assert.rejects(startEvents({ dataDir }), { code: 'DATA_TOO_NEW' })
})

test('what was published just before closing is kept', async (t) => {
  const dataDir = await aFolder(t)
  const first = await started(t, dataDir)
  const publishing = first.bus.publish([anEvent()])
  await first.close()
  await publishing
  const second = await started(t, dataDir)
  let heard = 0
  await second.bus.replay({ topics: [TOPIC], handle: async () => void heard++ })
  await second.close()
  assert.equal(heard, 1)
})

test('the speed of the log, for the record', async (t) => {
  const { bus, close } = await started(t, await aFolder(t))
  const data = { text: 'Le patrimoine des bastides. '.repeat(40) }
  const latencies: number[] = []
  const heard = Promise.withResolvers<void>()
  await bus.subscribe({
    group: 'speed',
    topics: [TOPIC],
    async handle(event) {
      const { at } = event.data as { at?: number }
      if (at && latencies.push(performance.now() - at) === 200) heard.resolve()
    },
  })
  for (let index = 0; index < 200; index++) await bus.publish([anEvent({ ...data, at: performance.now() })])
  await heard.promise
  latencies.sort((a, b) => a - b)
  t.diagnostic(`published to handled: p50 ${latencies[100]?.toFixed(2)} ms, p99 ${latencies[197]?.toFixed(2)} ms`)

  const perSecond = async (callers: number, perCall: number, calls: number) => {
    const events = Array.from({ length: perCall }, () => anEvent(data))
    const start = performance.now()
    for (let call = 0; call < calls; call += callers) {
      await Promise.all(Array.from({ length: callers }, () => bus.publish(events)))
    }
    return Math.round((calls * perCall * 1000) / (performance.now() - start))
  }
  t.diagnostic(`one caller, one event a call: ${await perSecond(1, 1, 500)} events/s`)
  t.diagnostic(`50 callers, one event a call: ${await perSecond(50, 1, 3000)} events/s`)
  t.diagnostic(`one caller, 100 events a call: ${await perSecond(1, 100, 50)} events/s`)
  await close()
})
