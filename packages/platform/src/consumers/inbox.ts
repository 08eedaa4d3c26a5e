import { type Connection, Schema } from 'mongoose'
import { isDuplicate } from '../documents/duplicate.ts'

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
  const key = (consumer: string, eventId: string) => `${consumer}~${eventId}`
  return {
    has: async (consumer, eventId) => (await model.exists({ _id: key(consumer, eventId) })) !== null,
    async record(consumer, eventId) {
      await model.create({ _id: key(consumer, eventId), at: clock() }).catch((error) => {
        if (!isDuplicate(error)) throw error
      })
    },
    forgetBefore: async (date) => (await model.deleteMany({ at: { $lt: date } })).deletedCount,
  }
}
