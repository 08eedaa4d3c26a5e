import { randomUUID } from 'node:crypto'
import { createDeadLetters, createInbox, startConsumers } from '@pmq/platform/consumers'
import { ensureIndexes, openDatabase } from '@pmq/platform/documents'
import { silentLog } from '@pmq/platform/log'
import { outboxEntry, startOutboxRelay } from '@pmq/platform/outbox'
import { alternate } from '../support/alternate.ts'
import type { Bench } from '../support/bench.ts'
import { type Note, noteOf, noteRevised, noteSchema } from '../support/note.ts'
import { openStorageEngines } from '../support/storage-engines.ts'

/** Events of one measurement. */
const rows = 1000
/** A consumer works on one event at a time per partition; rows are inserted as many at a time. */
const partitions = 8

export const bench: Bench = {
  title: `events per s from ${rows} outboxes by the relay to a consumer with its inbox ÷ rows per s, the same events inserted ${partitions} at a time`,
  floor: 0.5,
  goal: 1,
  engines: ['embedded', 'real'],
  async run({ rounds, engines, say }) {
    const opened = await openStorageEngines(engines)
    const { bus } = opened
    const clock = () => new Date()
    const log = silentLog()
    const name = `bench-${randomUUID().slice(0, 8)}`
    const database = await openDatabase({ uri: opened.documentsUri, name, source: '/services/bench', clock, log })
    database.collection<Note>('notes', noteSchema, [])
    const inbox = createInbox(database.connection, clock)
    const deadLetters = createDeadLetters(database.connection, clock)
    await ensureIndexes(database)
    const notes = database.connection.collection<{ _id: string }>('notes')
    const plain = database.connection.collection<{ _id: string }>('plain')

    let handled = 0
    let allHandled = () => {}
    const handler = {
      name,
      types: [noteRevised.type.type],
      async handle() {
        handled += 1
        if (handled === rows) allHandled()
      },
    }
    const consumers = await startConsumers({ service: 'bench', handlers: [handler], bus, inbox, deadLetters, log })
    const events = () =>
      Array.from({ length: rows }, () => {
        const note = noteOf(randomUUID())
        const event = { type: noteRevised.type.type, data: noteRevised.data(note) }
        return {
          note,
          event: outboxEntry(event, { subject: note.id, sequence: 1, source: '/services/bench', now: clock() }),
        }
      })

    const sides = {
      async insert() {
        const waiting = events().map(({ event }) => ({ _id: event.id, event }))
        const figure = measure()
        await Promise.all(
          Array.from({ length: partitions }, async () => {
            for (let row = waiting.pop(); row; row = waiting.pop()) await plain.insertOne(row)
          }),
        )
        return figure()
      },
      async outbox() {
        const full = events().map(({ note: { id, ...fields }, event }) => ({
          _id: id,
          ...fields,
          deletedAt: null,
          outbox: [event],
          outboxPending: true,
          outboxLease: null,
        }))
        await notes.insertMany(full)
        handled = 0
        const done = new Promise<void>((resolve) => {
          allHandled = resolve
        })
        const figure = measure()
        const relay = startOutboxRelay({ sources: database.outboxes(), bus, clock, log })
        await done
        const measured = figure()
        await relay.drain()
        await relay.stop()
        return measured
      },
    }
    const { raw, medians } = await alternate({ rounds, sides, say })
    await consumers.stop()
    await database.connection.dropDatabase()
    await database.close()
    await opened.close()
    const ratio = (medians.outbox.perSecond ?? 0) / (medians.insert.perSecond ?? Number.NaN)
    return { ratio, medians, raw, notes: { rows, partitions } }
  },
}

/** Begins to measure; gives the rate, and the CPU time of this process, engines included, for each row. */
function measure() {
  const begun = performance.now()
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return { perSecond: (rows * 1000) / (performance.now() - begun), cpuMsEach: (user + system) / 1000 / rows }
  }
}
