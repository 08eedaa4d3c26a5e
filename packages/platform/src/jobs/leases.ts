import { randomUUID } from 'node:crypto'
import { type Connection, Schema } from 'mongoose'
import { isDuplicate } from '../documents/duplicate.ts'

export type Leases = {
  /** Takes the lease `name` for `ms`, unless another holds it. @returns how to give it back, or undefined */
  take(name: string, ms: number): Promise<(() => Promise<void>) | undefined>
  /** Takes back all leases. Only when nobody who could hold one is left. */
  releaseAll(): Promise<void>
}

type Row = { _id: string; owner: string | null; until: Date }

/** Leases in a service's database: the one who writes first has it, and it runs out by itself after a crash. */
export function createLeases(connection: Connection, clock: () => Date): Leases {
  const model = connection.model<Row>(
    'leases',
    new Schema<Row>({ _id: String, owner: String, until: Date }, { collection: 'leases', versionKey: false }),
  )
  return {
    async take(name, ms) {
      const owner = randomUUID()
      const until = new Date(clock().getTime() + ms)
      const claim = () =>
        model
          .findOneAndUpdate(
            { _id: name, $or: [{ owner: null }, { until: { $lte: clock() } }] },
            { $set: { owner, until } },
            { returnDocument: 'after' },
          )
          .lean<Row>()
      let row = await claim()
      if (!row && !(await model.exists({ _id: name }))) {
        await model.create({ _id: name, owner: null, until: new Date(0) }).catch((error) => {
          if (!isDuplicate(error)) throw error
        })
        row = await claim()
      }
      if (!row) return undefined
      return async () => {
        await model.updateOne({ _id: name, owner }, { $set: { owner: null } })
      }
    },
    async releaseAll() {
      await model.updateMany({}, { $set: { owner: null } })
    },
  }
}
