import { type Connection, Schema } from 'mongoose'
import { isDuplicate } from '../documents/duplicate.ts'
import type { CloudEvent } from '../events/index.ts'

/** An event that its consumer could not digest, kept until a person replays or deletes it. */
export type DeadLetter = {
  id: string
  consumer: string
  event: CloudEvent
  error: string
  attempts: number
  firstAt: Date
  lastAt: Date
  state: 'parked' | 'replayed'
}

export type DeadLetters = {
  park(letter: Omit<DeadLetter, 'id' | 'firstAt' | 'lastAt' | 'state'>): Promise<void>
  list(page: { skip: number; limit: number }): Promise<{ items: DeadLetter[]; total: number }>
  get(id: string): Promise<DeadLetter | undefined>
  /** Records one more try. */
  tried(id: string, outcome: { replayed: true } | { error: string }): Promise<void>
  delete(id: string): Promise<boolean>
}

type Row = Omit<DeadLetter, 'id'> & { _id: string }

/** Opens the dead letters of one service. */
export function createDeadLetters(connection: Connection, clock: () => Date): DeadLetters {
  const model = connection.model<Row>(
    'dead-letters',
    new Schema<Row>(
      {
        _id: String,
        consumer: String,
        event: Schema.Types.Mixed,
        error: String,
        attempts: Number,
        firstAt: Date,
        lastAt: Date,
        state: String,
      },
      { collection: 'dead-letters', versionKey: false },
    ).index({ lastAt: 1 }),
  )
  const letterOf = ({ _id, ...row }: Row): DeadLetter => ({ id: _id, ...row })
  return {
    async park({ consumer, event, error, attempts }) {
      const now = clock()
      await model
        .create({
          _id: `${consumer}~${event.id}`,
          consumer,
          event,
          error,
          attempts,
          firstAt: now,
          lastAt: now,
          state: 'parked',
        })
        .catch((failure) => {
          // Parked before a crash, then delivered again: it is there already.
          if (!isDuplicate(failure)) throw failure
        })
    },
    async list({ skip, limit }) {
      const [rows, total] = await Promise.all([
        model.find().sort({ lastAt: -1 }).skip(skip).limit(limit).lean<Row[]>(),
        model.countDocuments(),
      ])
      return { items: rows.map(letterOf), total }
    },
    async get(id) {
      const row = await model.findOne({ _id: id }).lean<Row>()
      return row ? letterOf(row) : undefined
    },
    async tried(id, outcome) {
      const set =
        'replayed' in outcome ? { state: 'replayed', lastAt: clock() } : { error: outcome.error, lastAt: clock() }
      await model.updateOne({ _id: id }, { $set: set, $inc: { attempts: 1 } })
    },
    async delete(id) {
      return (await model.deleteOne({ _id: id })).deletedCount > 0
    },
  }
}
