import { randomUUID } from 'node:crypto'
import type { Bus } from '../bus.ts'
import type { Administrator } from './kafka-client.ts'
import { type ConsumerOptions, type Positions, positionKey, startConsumer } from './kafka-consumer.ts'

/** Groups of a moment: no lag is told of them. */
export const EPHEMERAL = 'ephemeral-'

type Reading = Pick<ConsumerOptions, 'kafka' | 'log' | 'sessionTimeoutMs'> & { administrator: Administrator }

/** The first and the next offset of every partition of the topics. */
export async function offsetsOf(administrator: Administrator, topics: string[]) {
  const all = await administrator.ask((admin) =>
    Promise.all(
      topics.map(async (topic) =>
        (await admin.fetchTopicOffsets(topic)).map(({ partition, low, high }) => ({
          topic,
          partition,
          low: BigInt(low),
          high: BigInt(high),
        })),
      ),
    ),
  )
  return all.flat()
}

/** Reads topics from their first event to the last one of now, one event at a time. The topics exist. */
export async function replayTopics(
  { kafka, log, administrator, sessionTimeoutMs }: Reading,
  { topics, handle, signal }: Parameters<Bus['replay']>[0],
): Promise<void> {
  signal?.throwIfAborted()
  const offsets = (await offsetsOf(administrator, topics)).filter(({ low, high }) => low < high)
  if (offsets.length === 0) return
  const ends = new Map(offsets.map((one) => [positionKey(one), one.high]))
  const positions: Positions = new Map(offsets.map((one) => [positionKey(one), { ...one, offset: one.low }]))
  const done = Promise.withResolvers<void>()
  const onAbort = () => done.reject(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  let over = false
  let turn: Promise<void> = Promise.resolve()

  const consumer = startConsumer({
    kafka,
    log,
    sessionTimeoutMs,
    groupId: `${EPHEMERAL}replay-${randomUUID()}`,
    topics: [...new Set(offsets.map(({ topic }) => topic))],
    positions,
    concurrency: 1,
    // A slow handler lets another partition in: they take turns.
    handle(event, place) {
      const mine = turn.then(async () => {
        const end = ends.get(positionKey(place)) ?? 0n
        if (over || signal?.aborted || place.offset >= end) return
        await handle(event)
      })
      turn = mine.catch((error) => {
        over = true
        done.reject(error)
      })
      return turn
    },
    passed(place) {
      const key = positionKey(place)
      if (place.offset + 1n >= (ends.get(key) ?? 0n)) ends.delete(key)
      if (ends.size === 0) done.resolve()
    },
  })
  try {
    await done.promise
  } finally {
    over = true
    signal?.removeEventListener('abort', onAbort)
    await consumer.stop()
  }
}
