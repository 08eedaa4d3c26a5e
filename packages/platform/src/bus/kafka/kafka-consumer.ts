import { setTimeout as delay } from 'node:timers/promises'
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs'
import type { CloudEvent } from '../../events/index.ts'
import { type KafkaLog, leave } from './kafka-client.ts'
import { eventOf } from './kafka-message.ts'

/** Where a record stands. */
export type Place = { topic: string; partition: number; offset: bigint }
/** The next offset to read, by topic and partition. */
export type Positions = Map<string, Place>
export const positionKey = ({ topic, partition }: Omit<Place, 'offset'>) => `${topic}/${partition}`

export type ConsumerOptions = {
  kafka: Kafka
  log: KafkaLog
  groupId: string
  topics: string[]
  handle(event: CloudEvent, place: Place): Promise<void>
  /** Told after each record, events or not. */
  passed?(place: Place): void
  /** Given: where to start, kept up to date, and nothing is stored at the broker. Absent: positions are stored there. */
  positions?: Positions
  /** Partitions worked on side by side. */
  concurrency: number
  sessionTimeoutMs: number
}

export type RunningConsumer = {
  /** Resolves when the group was joined for the first time. */
  joined: Promise<void>
  /** Finishes the event in hand, stores its position, leaves the group. */
  stop(): Promise<void>
}

const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5000
/** A partition that works longer on a batch, or waits to try again, goes on beside the others, which kafkajs would not let in before. */
const PATIENCE_MS = 2000
const STORE_POSITIONS_MS = 200

/**
 * A kafkajs consumer that never dies: after a crash (which kafkajs may not survive) or without a broker, another
 * one takes its place. One event at a time per partition; a refused event comes again, and its partition waits.
 */
export function startConsumer(options: ConsumerOptions): RunningConsumer {
  const { kafka, log, groupId, topics, positions, concurrency } = options
  const atWork = new Map<string, Promise<void>>()
  const stopping = new AbortController()
  const joined = Promise.withResolvers<void>()
  let consumer: Consumer | undefined
  /** Aborted when partitions may have gone to another member. */
  let assignment = new AbortController()

  const workOn = async (payload: EachBatchPayload, refused: () => void) => {
    const { batch, resolveOffset, commitOffsetsIfNecessary, isRunning, isStale } = payload
    const { topic, partition } = batch
    const lost = assignment.signal
    const ended = AbortSignal.any([lost, stopping.signal])
    let next: string | undefined
    let storedAt = Date.now()
    const storePosition = async () => {
      storedAt = Date.now()
      if (next === undefined || positions || lost.aborted) return
      const offsets = { topics: [{ topic, partitions: [{ partition, offset: next }] }] }
      next = undefined
      // Not stored: delivered again, at worst. What is wrong with the group shows at the next heartbeat.
      await commitOffsetsIfNecessary(offsets).catch((error) =>
        log.debug({ err: error, group: groupId, topic, partition }, 'A position was not stored'),
      )
    }

    for (const message of batch.messages) {
      if (ended.aborted || !isRunning() || isStale()) break
      const event = eventOf(message)
      const place = { topic, partition, offset: BigInt(message.offset) }
      if (event && !(await deliver(event, place, ended, refused))) break
      if (!event && message.value)
        log.error({ topic, partition, offset: message.offset }, 'A record is not an event; skipped')
      if (lost.aborted) return
      resolveOffset(message.offset)
      next = String(place.offset + 1n)
      positions?.set(positionKey(place), { topic, partition, offset: place.offset + 1n })
      options.passed?.(place)
      if (Date.now() - storedAt >= STORE_POSITIONS_MS) await storePosition()
    }
    await storePosition()
  }

  /** False when the event was not handled before the end. */
  const deliver = async (
    event: CloudEvent,
    place: Place,
    ended: AbortSignal,
    refused: () => void,
  ): Promise<boolean> => {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      try {
        await options.handle(event, place)
        return true
      } catch (error) {
        log.debug({ err: error, group: groupId, event: event.id }, 'An event was refused; it comes again')
        refused()
        await delay(wait, undefined, { signal: ended }).catch(() => undefined)
        if (ended.aborted) return false
      }
    }
  }

  const eachBatch = async (payload: EachBatchPayload) => {
    const key = positionKey(payload.batch)
    const before = atWork.get(key)
    if (before) return void before.finally(payload.pause()) // still busy with what it had before a rebalance
    const { promise: refusal, resolve: refused } = Promise.withResolvers<void>()
    const work = workOn(payload, refused)
      .catch((error) => log.warn({ err: error, group: groupId, key }, 'A batch was left; it comes again'))
      .finally(() => atWork.delete(key))
    atWork.set(key, work)
    const patience = new AbortController()
    const impatient = delay(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)
    await Promise.race([work, refusal, impatient])
    patience.abort()
    if (atWork.get(key) === work) void work.finally(payload.pause())
  }

  const loseAssignment = () => {
    assignment.abort()
    assignment = new AbortController()
  }

  /** Runs one consumer until it crashes. */
  const runOne = async () => {
    const crashed = Promise.withResolvers<void>()
    const one = kafka.consumer({
      groupId,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: options.sessionTimeoutMs / 10,
      maxWaitTimeInMs: 250, // how long a partition may wait to be taken up again; what is new comes at once
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: async () => false },
    })
    consumer = one
    one.on(one.events.CRASH, ({ payload }) => {
      log.warn({ err: payload.error, group: groupId }, 'A consumer crashed; another takes its place')
      crashed.resolve()
    })
    one.on(one.events.REBALANCING, loseAssignment)
    one.on(one.events.GROUP_JOIN, () => {
      loseAssignment()
      for (const { topic, partition, offset } of positions?.values() ?? [])
        one.seek({ topic, partition, offset: String(offset) })
      joined.resolve()
    })
    await one.connect()
    await one.subscribe({ topics, fromBeginning: true })
    await one.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: concurrency,
      eachBatch,
    })
    await Promise.race([crashed.promise, aborted(stopping.signal)])
  }

  const run = async () => {
    for (let wait = FIRST_RETRY_MS; !stopping.signal.aborted; wait = Math.min(wait * 2, LAST_RETRY_MS)) {
      const began = Date.now()
      await runOne().catch((error) =>
        log.warn({ err: error, group: groupId }, 'A consumer could not start; it tries again'),
      )
      if (!stopping.signal.aborted) loseAssignment()
      await Promise.allSettled(atWork.values())
      await leave(consumer?.disconnect())
      if (Date.now() - began > LAST_RETRY_MS) wait = FIRST_RETRY_MS
      await delay(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run()

  return {
    joined: joined.promise,
    async stop() {
      stopping.abort()
      await running
      joined.resolve()
    },
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
