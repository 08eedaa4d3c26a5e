import { createHash } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import { isDuplicate } from '../documents/duplicate.ts'
import { Refusal } from '../errors/index.ts'

/** Remembers what creations answered, so that a request sent again creates nothing and hears the same answer. */
export type Idempotency = {
  /** @returns the answer of before, or undefined when the work is to be done */
  begin(key: string, fingerprint: string): Promise<KeptAnswer | undefined>
  complete(key: string, answer: KeptAnswer): Promise<void>
  /** The work was refused: the same key may try again. */
  abandon(key: string): Promise<void>
  /** Lets every unfinished key try again. Only when nobody who could be at work on one is left. */
  abandonAll(): Promise<void>
  forgetBefore(date: Date): Promise<number>
}
export type KeptAnswer = { status: number; body: unknown }

type Row = { _id: string; fingerprint: string; at: Date; status: number | null; body: unknown }

/** Longer than any request takes: an unfinished key this old belongs to a process that died. */
const abandonedAfterMs = 30_000

/** Keeps answers in the service's own database. */
export function createIdempotency(connection: Connection, clock: () => Date): Idempotency {
  const model = connection.model<Row>(
    'idempotency-keys',
    new Schema<Row>(
      { _id: String, fingerprint: String, at: Date, status: { type: Number, default: null }, body: Schema.Types.Mixed },
      { collection: 'idempotency-keys', versionKey: false, minimize: false },
    ).index({ at: 1 }),
  )
  return {
    async begin(key, fingerprint) {
      try {
        await model.create({ _id: key, fingerprint, at: clock(), status: null, body: null })
        return undefined
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      const row = await model.findOne({ _id: key }).lean<Row>()
      if (row && row.fingerprint !== fingerprint) {
        throw new Refusal('invalid', 'idempotency.reused', 'Cette clé a déjà servi pour un autre envoi.')
      }
      if (row && row.status !== null) return { status: row.status, body: row.body }
      const dead = new Date(clock().getTime() - abandonedAfterMs)
      const taken = await model
        .findOneAndUpdate({ _id: key, status: null, at: { $lte: dead } }, { $set: { at: clock() } })
        .lean()
      if (taken) return undefined
      throw new Refusal('conflict', 'idempotency.in-progress', 'Cet envoi est déjà en cours de traitement.')
    },
    async complete(key, { status, body }) {
      await model.updateOne({ _id: key }, { $set: { status, body } })
    },
    async abandon(key) {
      await model.deleteOne({ _id: key, status: null })
    },
    async abandonAll() {
      await model.deleteMany({ status: null })
    },
    forgetBefore: async (date) => (await model.deleteMany({ at: { $lt: date } })).deletedCount,
  }
}

/** A UUID (version 8, RFC 9562) that the same words always give. */
export function uuidFrom(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}
