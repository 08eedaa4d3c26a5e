import assert from 'node:assert/strict'
import { join } from 'node:path'
import { content } from '@pmq/content'
import { seedOnce } from '@pmq/content/seed'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { startSearch } from '@pmq/embedded/search'
import { search } from '@pmq/gateway/search'
import type { Installation } from '@pmq/platform/archive'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { createMetrics } from '@pmq/platform/metrics'
import { startService } from '@pmq/platform/service'
import { eventually } from '@pmq/testing/eventually'

/** What a test puts in beside what the services make. */
export const objects: Record<string, { bytes: Buffer; headers: Record<string, string> }> = {
  'photos/eglise.jpg': {
    bytes: Buffer.alloc(3_000_001, 'Église Saint-Martin '),
    headers: {
      'content-type': 'image/jpeg',
      'cache-control': 'max-age=60',
      'content-disposition': 'attachment; filename="eglise.jpg"',
      'x-amz-meta-origin': 'inventaire',
    },
  },
  'vide.txt': { bytes: Buffer.alloc(0), headers: { 'content-type': 'text/plain' } },
}

/** Runs the services on a data folder until all that they tell each other is digested; one event is there twice. */
export async function runServicesOn(dataDir: string): Promise<void> {
  const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
  const events = await startEvents({ dataDir: join(dataDir, 'events') })
  const found = await startSearch({ dataDir: join(dataDir, 'search') })
  const log = silentLog()
  const clock = () => new Date()
  await seedOnce({ documentsUri: documents.uri, clock, log })
  const engines = {
    documentsUri: documents.uri,
    bus: events.bus,
    search: found.engine,
    verifier: { verify: () => Promise.reject(new Error('Nobody signs in here.')) },
    metrics: createMetrics(),
    log,
    clock,
  }
  const running = []
  for (const definition of [content, search]) running.push(await startService(definition, engines))
  for (const service of running) await service.drain()
  let last: CloudEvent | undefined
  await events.bus.replay({
    topics: ['content.article'],
    async handle(event) {
      last = event
    },
  })
  if (last) await events.bus.publish([last]) // as a relay does that was killed before it cleared the outbox
  await eventually(async () => {
    const lags = await events.bus.lag()
    assert.ok(lags.length > 0 && lags.every(({ behind }) => behind === 0), JSON.stringify(lags))
  })
  for (const service of running) await service.stop()
  await found.close()
  await events.close()
  await documents.close()
}

/** Adds files, and a change whose announcement is still in its outbox: its program was killed. */
export async function fill({ databases, buckets }: Installation): Promise<void> {
  const [database] = databases
  const [bucket] = buckets
  if (!database || !bucket) throw new Error('There is nothing to fill.')
  for (const [objectName, { bytes, headers }] of Object.entries(objects)) {
    const request = { method: 'PUT', bucketName: bucket.name, objectName, headers }
    await bucket.client.makeRequestAsyncOmit(request, bytes, [200], bucket.region)
  }
  const commune = await database.collection('communes').findOne({})
  assert.ok(commune)
  const version = Number(commune.version) + 1
  await database
    .collection('communes')
    .updateOne(
      { _id: commune._id },
      { $set: { version, outboxPending: true, outbox: [waitingEvent(String(commune._id), version)] } },
    )
}

export const waitingEvent = (subject: string, sequence: number): CloudEvent => ({
  specversion: '1.0',
  id: 'waiting-in-its-outbox',
  source: '/services/content',
  type: 'content.commune.revised',
  subject,
  time: '2026-01-01T00:00:00.000Z',
  sequence,
  datacontenttype: 'application/json',
  data: {
    site: 'portal',
    path: '/communes/essai',
    kind: 'commune',
    title: 'Commune d’essai',
    summary: '',
    text: '',
    tags: [],
    section: null,
    publishedAt: null,
    archived: false,
  },
})
