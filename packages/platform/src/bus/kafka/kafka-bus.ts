import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Bus, Subscription } from '../bus.ts'
import { createAdministrator, createKafka, type KafkaOptions, leave } from './kafka-client.ts'
import { type Positions, positionKey, type RunningConsumer, startConsumer } from './kafka-consumer.ts'
import { lagOfGroups } from './kafka-lag.ts'
import { createPublisher } from './kafka-publisher.ts'
import { EPHEMERAL, offsetsOf, replayTopics } from './kafka-replay.ts'
import { createKafkaTopics, type TopicOptions } from './kafka-topics.ts'

export type KafkaBusOptions = KafkaOptions & {
  topics?: TopicOptions
  /** Partitions that one subscription works on side by side; default 16. */
  concurrency?: number
  /**
   * How long a member may be silent before its partitions go to the others; default 15 s. So long do events wait when a
   * replica is killed, or when all were thrown out by a broker that was.
   */
  sessionTimeoutMs?: number
}

const CHECK_MS = 5000
const RETRY_MS = 2000

/**
 * The bus on Apache Kafka. Nothing is asked of the brokers before it is needed. `subscribe` and `tail` resolve when
 * their consumer has joined, however long the brokers are away; `publish` rejects after some seconds without them.
 */
export function createKafkaBus(settings: KafkaBusOptions): Bus {
  const { topics: topicOptions = {}, concurrency = 16, sessionTimeoutMs = 15_000, ...options } = settings
  const { log } = options
  const kafka = createKafka(options)
  const administrator = createAdministrator(kafka)
  const topics = createKafkaTopics(administrator, topicOptions)
  const publisher = createPublisher(kafka, topics)
  const consumers = new Set<RunningConsumer>()
  const groups = new Map<string, Set<string>>()
  const closing = new AbortController()
  let checking: Promise<unknown> | undefined

  const open = () => {
    if (closing.signal.aborted) throw new Error('The event bus is closed.')
  }
  /** Consumers wait for the brokers as long as it takes; the program says meanwhile that it is not ready. */
  const untilAnswered = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await question()
      } catch (error) {
        open()
        log.warn({ err: error }, 'Kafka does not answer; a subscription waits for it')
        await delay(RETRY_MS, undefined, { signal: closing.signal })
      }
    }
  }
  const running = async (
    consumer: RunningConsumer,
    stopped: () => Promise<void> = async () => undefined,
  ): Promise<Subscription> => {
    consumers.add(consumer)
    await consumer.joined
    return {
      async stop() {
        consumers.delete(consumer)
        await consumer.stop()
        await stopped()
      },
    }
  }

  return {
    async publish(events) {
      open()
      if (events.length > 0) await publisher.publish(events)
    },

    async subscribe({ group, topics: names, handle }) {
      open()
      await untilAnswered(() => topics.ensure(names))
      groups.set(group, new Set([...(groups.get(group) ?? []), ...names]))
      return running(
        startConsumer({ kafka, log, sessionTimeoutMs, groupId: group, topics: names, concurrency, handle }),
      )
    },

    async tail({ topics: names, handle }) {
      open()
      const offsets = await untilAnswered(async () => {
        await topics.ensure(names)
        return offsetsOf(administrator, names)
      })
      const positions: Positions = new Map(offsets.map((one) => [positionKey(one), { ...one, offset: one.high }]))
      const groupId = `${EPHEMERAL}tail-${randomUUID()}`
      const consumer = startConsumer({
        kafka,
        log,
        sessionTimeoutMs,
        groupId,
        topics: names,
        positions,
        concurrency,
        async handle(event) {
          try {
            handle(event)
          } catch (error) {
            log.error({ err: error, type: event.type }, 'A listener failed; the event is lost for it')
          }
        },
      })
      return running(consumer, async () => {
        await leave(administrator.ask((admin) => admin.deleteGroups([groupId]))) // gone by itself, as a rule
      })
    },

    async replay({ topics: names, handle, signal }) {
      open()
      await topics.ensure(names)
      const ended = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      await replayTopics({ kafka, log, administrator, sessionTimeoutMs }, { topics: names, handle, signal: ended })
    },

    async ensureTopics(names) {
      open()
      await topics.ensure(names)
    },

    async lag() {
      open()
      return lagOfGroups(administrator, groups)
    },

    async check() {
      open()
      // Asked once a second, answered after many when the brokers are away: those who ask meanwhile wait for the same answer.
      checking ??= administrator
        .ask((admin) => admin.describeCluster())
        .finally(() => {
          checking = undefined
        })
      const { promise: late, reject } = Promise.withResolvers<never>()
      const timer = setTimeout(() => reject(new Error('Kafka does not answer.')), CHECK_MS)
      await Promise.race([checking, late]).finally(() => clearTimeout(timer))
    },

    async close() {
      closing.abort(new Error('The event bus is closed.'))
      await Promise.all([...consumers].map((consumer) => consumer.stop()))
      await Promise.all([publisher.close(), administrator.close()])
    },
  }
}
