import { randomUUID } from 'node:crypto'
import { type Bus, EventRefused } from '../bus/index.ts'
import type { Log } from '../log/index.ts'
import type { OutboxRow, OutboxSource } from './outbox-entry.ts'

/** Moves events from outboxes to the bus. Any number of them may run: a lease on each document keeps the order. */
export type OutboxRelay = {
  /** Called after a write: publishes at once. */
  wake(): void
  /** Resolves when every outbox of this moment is empty, or rejects with why it is not (for tests and shut-down). */
  drain(): Promise<void>
  stop(): Promise<void>
}

const batchSize = 100

/** Takes every document out of the hands of relays that are gone, so that nobody waits for their leases to run out. */
export async function releaseOutboxes(sources: OutboxSource[]): Promise<void> {
  for (const { model } of sources) await model.updateMany({ outboxPending: true }, { $set: { outboxLease: null } })
}

/**
 * Starts a relay. A crash at any line publishes an event again at worst, with the same id: consumers know it by their inbox.
 * @param pollMs how often to look for what a crashed process left behind
 * @param leaseMs how long a batch may take before another relay may take it over
 */
export function startOutboxRelay(options: {
  sources: OutboxSource[]
  bus: Bus
  clock: () => Date
  log: Log
  pollMs?: number
  leaseMs?: number
  onPublished?: (count: number) => void
}): OutboxRelay {
  const { sources, bus, clock, log, pollMs = 2000, leaseMs = 30_000 } = options
  const owner = randomUUID()
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  /** @returns those whose events are kept; one that the bus will never take waits, under its lease, and nobody with it */
  async function publishRows(rows: OutboxRow[]): Promise<OutboxRow[]> {
    try {
      await bus.publish(rows.flatMap((row) => row.outbox))
      return rows
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error
      if (rows.length === 1) {
        log.error({ err: error, ...error.event }, 'outbox: the bus will never take an event; its aggregate waits')
        return []
      }
      const published: OutboxRow[] = []
      for (const row of rows) published.push(...(await publishRows([row])))
      return published
    }
  }

  /** Takes what was published out of the outboxes; what was added to them meanwhile stays. */
  async function clear(model: OutboxSource['model'], rows: OutboxRow[]): Promise<void> {
    // Nearly all hold one event, and still do: one command for them. While the lease is ours nobody else takes any out.
    const simple = rows.filter(({ outbox, deletedAt }) => outbox.length === 1 && !deletedAt)
    if (simple.length > 0) {
      const { matchedCount } = await model.updateMany(
        { _id: { $in: simple.map(({ _id }) => _id) }, 'outboxLease.owner': owner, outbox: { $size: 1 } },
        { $set: { outbox: [], outboxPending: false, outboxLease: null } },
      )
      if (matchedCount === rows.length) return
    }
    await model.bulkWrite(
      rows.flatMap((row) => [
        {
          updateOne: {
            filter: { _id: row._id, 'outboxLease.owner': owner },
            update: {
              $pull: { outbox: { id: { $in: row.outbox.map((event) => event.id) } } },
              $set: { outboxLease: null },
            },
          },
        },
        { updateOne: { filter: { _id: row._id, outbox: { $size: 0 } }, update: { $set: { outboxPending: false } } } },
        ...(row.deletedAt
          ? [{ deleteOne: { filter: { _id: row._id, outbox: { $size: 0 }, deletedAt: { $ne: null } } } }]
          : []),
      ]) as never,
    )
  }

  async function publishBatch({ model }: OutboxSource): Promise<number> {
    const free = { $or: [{ outboxLease: null }, { 'outboxLease.until': { $lte: clock() } }] }
    const waiting = await model
      .find({ outboxPending: true, ...free }, { _id: 1 })
      .limit(batchSize)
      .lean<{ _id: string }[]>()
    if (waiting.length === 0) return 0
    const ids = waiting.map((row) => row._id)
    const until = new Date(clock().getTime() + leaseMs)
    await model.updateMany(
      { _id: { $in: ids }, outboxPending: true, ...free },
      { $set: { outboxLease: { owner, until } } },
    )
    const mine = await model
      .find({ _id: { $in: ids }, 'outboxLease.owner': owner, 'outboxLease.until': until }, { outbox: 1, deletedAt: 1 })
      .lean<OutboxRow[]>()
    let published = mine
    try {
      published = await publishRows(mine)
    } catch (error) {
      await model
        .updateMany({ _id: { $in: ids }, 'outboxLease.owner': owner }, { $set: { outboxLease: null } })
        .catch(() => undefined)
      throw error
    }
    if (published.length === 0) return mine.length
    await clear(model, published)
    options.onPublished?.(published.reduce((sum, row) => sum + row.outbox.length, 0))
    return mine.length
  }

  async function empty(): Promise<void> {
    for (const source of sources) while (!stopped && (await publishBatch(source)) > 0);
  }

  function schedule(delay: number) {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(run, delay)
    timer.unref()
  }

  function run(): Promise<void> {
    if (running) {
      again = true
      return running
    }
    running = empty()
      .then(
        () => {
          failures = 0
        },
        (error) => {
          failures += 1
          log.warn({ err: error, failures }, 'outbox: events wait, the bus or the documents do not answer')
          throw error
        },
      )
      .finally(() => {
        running = undefined
        if (again && failures === 0) {
          again = false
          schedule(0)
        } else schedule(failures === 0 ? pollMs : Math.min(10_000, 200 * 2 ** failures))
      })
    running.catch(() => undefined)
    return running
  }

  schedule(0)
  return {
    wake() {
      if (failures === 0) run().catch(() => undefined)
    },
    async drain() {
      await running?.catch(() => undefined)
      await run()
    },
    async stop() {
      clearTimeout(timer)
      await (running ?? Promise.resolve()).catch(() => undefined)
      await empty().catch(() => undefined)
      stopped = true
      clearTimeout(timer)
    },
  }
}
