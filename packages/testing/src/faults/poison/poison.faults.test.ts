import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import { times } from '../times.ts'
import { type PoisonEngines, poisonAmong } from './poison.ts'

const count = times(3_000, 10_000)
const limits = { timeout: 240_000 }

describe('one event that cannot be digested', () => {
  let dataDir: string
  let engines: PoisonEngines
  let stop: () => Promise<unknown>
  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'poison-'))
    const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
    const events = await startEvents({ dataDir: join(dataDir, 'events') })
    engines = { documentsUri: documents.uri, bus: events.bus }
    stop = () => Promise.all([documents.close(), events.close()])
  })
  after(async () => {
    await stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  test(`among ${count} is parked, the others are digested once and in order, and it is replayed`, limits, async (t) => {
    const { ms } = await poisonAmong(count, engines)
    t.diagnostic(`${count} events, 1 parked, ${count - 1} digested in ${Math.round(ms)} ms`)
  })

  const { KAFKA_BROKERS: brokers } = process.env
  test('so it is on Kafka', { ...limits, skip: !brokers && 'KAFKA_BROKERS is not set' }, async (t) => {
    const log = silentLog()
    const bus = createKafkaBus({ brokers: brokers?.split(',') ?? [], clientId: 'faults', log })
    try {
      const { ms } = await poisonAmong(count, { ...engines, bus })
      t.diagnostic(`${count} events, 1 parked, ${count - 1} digested in ${Math.round(ms)} ms`)
    } finally {
      await bus.close()
    }
  })

  for (const [manner, said] of [
    ['stops', /effects of/],
    ['swallows', /dead letters instead of one/],
  ] as const)
    test(`found out: a consumer that ${manner}`, { timeout: 60_000 }, async () => {
      await assert.rejects(poisonAmong(300, engines, { manner, within: 6_000 }), said)
    })
})
