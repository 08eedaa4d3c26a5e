import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, Schema } from 'mongoose'
import { isDuplicate } from '../documents/duplicate.ts'

export type Leases = {
  /** Takes the lease `name` for `ms`, unless another holds it. @returns how to give it back, or undefined */
  take(name: string, ms: number): Promise<(() => Promise<void>) | undefined>
  /** Waits until it has the lease `name`, and keeps it for as long as `work` takes. */
  hold<Result>(name: string, work: () => Promise<Result>): Promise<Result>
  /** Takes back all leases. Only when nobody who could hold one is left. */
  releaseAll(): Promise<void>
}

/** How long others wait for one that was killed while it held a lease. */
const heldMs = 15_000

type Row = { _id: string; owner: string | null; until: Date }

/** Leases in a service's database: the one who writes first has it, and it runs out by itself after a crash. */
export function createLeases(connection: Connection, clock: () => Date): Leases {
  const model = connection.model<Row>(
    'leases',
    new Schema<Row>({ _id: String, owner: String, until: Date }, { collection: 'leases', versionKey: false }),
  )
  const claim = async (name: string, owner: string, ms: number): Promise<boolean> => {
    const until = new Date(clock().getTime() + ms)
    const once = () =>
      model
        .findOneAndUpdate(
          { _id: name, $or: [{ owner: null }, { until: { $lte: clock() } }] },
          { $set: { owner, until } },
          { returnDocument: 'after' },
        )
        .lean<Row>()
    if (await once()) return true
    if (await model.exists({ _id: name })) return false
    await model.create({ _id: name, owner: null, until: new Date(0) }).catch((error) => {
      if (!isDuplicate(error)) throw error
    })
    return (await once()) !== null
  }
  const release = async (name: string, owner: string) => {
    await model.updateOne({ _id: name, owner }, { $set: { owner: null } })
  }

  return {
    async take(name, ms) {
      const owner = randomUUID()
      return (await claim(name, owner, ms)) ? () => release(name, owner) : undefined
    },
    async hold(name, work) {
      const owner = randomUUID()
      while (!(await claim(name, owner, heldMs))) await delay(heldMs / 50)
      const renewal = setInterval(() => {
        const until = new Date(clock().getTime() + heldMs)
        // One that is missed is made up for by the next.
        model.updateOne({ _id: name, owner }, { $set: { until } }).catch(() => undefined)
      }, heldMs / 4)
      try {
        return await work()
      } finally {
        clearInterval(renewal)
        await release(name, owner)
      }
    },
    async releaseAll() {
      await model.updateMany({}, { $set: { owner: null } })
    },
  }
}
