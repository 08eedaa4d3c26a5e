import type { Bus } from '@pmq/platform/bus'
import type { Database } from '@pmq/platform/documents'
import type { SearchEngine } from '@pmq/platform/search'
import { indexFields } from './notes-service.ts'

/** All that is stored, as the engines tell it and not as our code would like it. */
export type State = {
  notes: { id: string; version: number; title: string }[]
  /** In the order in which they were heard. */
  heard: { event: string; subject: string; sequence: number }[]
  indexed: { id: string; title: string }[]
  deadLetters: { id: string; consumer: string; subject: string; state: string }[]
  /** Documents that still have something to announce, leases that somebody holds, creations that are not through. */
  unfinished: { outboxes: number; leases: number; keys: number; behind: number }
}

/** @param scenario of which notes; all of them without it */
export async function stateOf(at: {
  database: Database
  bus: Bus
  search: SearchEngine
  scenario: string | undefined
  /** By the program's clock: a lease that has run out is nobody's. */
  now: Date
}): Promise<State> {
  const { db } = at.database.connection
  if (!db) throw new Error('not connected')
  const mine = at.scenario === undefined ? {} : { scenario: at.scenario }
  const notes = await db
    .collection('notes')
    .find({ ...mine, deletedAt: null })
    .toArray()
  const heard = await db.collection('heard').find(mine).sort({ _id: 1 }).toArray()
  const letters = await db.collection('dead-letters').find().toArray()
  const index = await at.search.index({ name: 'faults', version: 1, fields: indexFields })
  const indexed: State['indexed'] = []
  for (let page = 1; ; page += 1) {
    const filters = at.scenario === undefined ? {} : { scenario: [at.scenario] }
    const { items, total } = await index.search({ filters, page, perPage: 100 })
    indexed.push(...items.map(({ id, fields }) => ({ id, title: fields.title ?? '' })))
    if (items.length === 0 || indexed.length >= total) break
  }
  const lag = await at.bus.lag()
  return {
    notes: notes.map(({ _id, version, title }) => ({ id: String(_id), version, title })),
    heard: heard.map(({ event, subject, sequence }) => ({ event, subject, sequence })),
    indexed,
    deadLetters: letters
      .filter(({ event }) => at.scenario === undefined || event.data.scenario === at.scenario)
      .map(({ _id, consumer, event, state }) => ({ id: String(_id), consumer, subject: event.subject, state })),
    unfinished: {
      outboxes: await db.collection('notes').countDocuments({ outboxPending: true }),
      leases: await db.collection('leases').countDocuments({ owner: { $ne: null }, until: { $gt: at.now } }),
      keys: await db.collection('idempotency-keys').countDocuments({ status: null }),
      behind: lag.reduce((sum, { behind }) => sum + behind, 0),
    },
  }
}
