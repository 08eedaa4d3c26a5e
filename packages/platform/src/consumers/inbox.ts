import { type Connection, Schema } from 'mongoose'
import { together } from './together.ts'

/** Which events a consumer has already digested. */
export type Inbox = {
  has(consumer: string, eventId: string): Promise<boolean>
  record(consumer: string, eventId: string): Promise<void>
  /** Forgets what was recorded before `date`; repeated deliveries come within minutes, not months. */
  forgetBefore(date: Date): Promise<number>
}

type Row = { _id: string; at: Date }

/** Opens the inbox of one service. */
export function createInbox(connection: Connection, clock: () => Date): Inbox {
  const model = connection.model<Row>(
    'inbox',
    new Schema<Row>({ _id: String, at: Date }, { collection: 'inbox', versionKey: false }).index({ at: 1 }),
  )
  // Past mongoose's documents and queries: every event comes by here twice.
  const rows = connection.collection<Row>('inbox')
  const key = (consumer: string, eventId: string) => `${consumer}~${eventId}`
  const find = together(async (ids: string[]) => {
    const found = await rows.find({ _id: { $in: ids } }, { projection: { _id: 1 } }).toArray()
    return new Set(found.map(({ _id }) => _id))
  })
  const insert = together(async (ids: string[]) => {
    const at = clock()
    const handled = [...new Set(ids)].map((_id) => ({ _id, at }))
    // A repeated delivery may find its entry; the others are written all the same.
    await rows.insertMany(handled, { ordered: false }).catch((error) => {
      if (!onlyDuplicates(error)) throw error
    })
  })
  return {
    has: async (consumer, eventId) => (await find(key(consumer, eventId))).has(key(consumer, eventId)),
    record: (consumer, eventId) => insert(key(consumer, eventId)),
    forgetBefore: async (date) => (await model.deleteMany({ at: { $lt: date } })).deletedCount,
  }
}

const duplicateKey = 11_000

/** Whether every row that was not written is there already. */
function onlyDuplicates(error: unknown): boolean {
  const { writeErrors, code } = error as { writeErrors?: { code?: number } | { code?: number }[]; code?: number }
  const failures = [writeErrors ?? []].flat()
  return failures.length > 0 ? failures.every((one) => one.code === duplicateKey) : code === duplicateKey
}
