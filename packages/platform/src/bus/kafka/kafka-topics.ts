import { setTimeout as delay } from 'node:timers/promises'
import type { Admin, ITopicConfig } from 'kafkajs'
import type { Administrator } from './kafka-client.ts'

export type TopicOptions = {
  /** Of topics created from now on; default 8. */
  partitions?: number
  /** Default: the broker's. */
  replicationFactor?: number
  /**
   * `compact` (default): of the events older than 30 days, the last one of each subject is kept.
   * `everything`: nothing is ever deleted.
   */
  keep?: 'compact' | 'everything'
}

export type KafkaTopics = {
  /** Creates those that do not exist; asks the broker once for each name. */
  ensure(names: string[]): Promise<void>
  /** To be called when a topic that was known turned out to be gone. */
  forget(): void
}

/** A new consumer finds a whole month; as in the embedded log. */
const COMPACT_AFTER_MS = 30 * 24 * 3_600_000

export function createKafkaTopics(administrator: Administrator, options: TopicOptions): KafkaTopics {
  const known = new Set<string>()
  return {
    async ensure(names) {
      const unknown = [...new Set(names)].filter((name) => !known.has(name))
      if (unknown.length === 0) return
      await administrator.ask(async (admin) => {
        const existing = new Set(await admin.listTopics())
        const missing = unknown.filter((name) => !existing.has(name))
        // Answers false, and is content, when somebody else made them meanwhile.
        if (missing.length > 0) {
          await admin.createTopics({ waitForLeaders: true, topics: missing.map((name) => topicConfig(name, options)) })
          for (const name of missing) await untilLed(admin, name)
        }
      })
      for (const name of unknown) known.add(name)
    },
    forget: () => known.clear(),
  }
}

const LEADER_MS = 5000

/** The controller names a leader a moment before that broker knows it is one, and refuses to tell offsets until then. */
export async function untilLed(admin: Admin, topic: string): Promise<void> {
  for (const deadline = Date.now() + LEADER_MS; ; ) {
    try {
      await admin.fetchTopicOffsets(topic)
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await delay(50)
    }
  }
}

/** Above what any request to our services may bring (1 MiB): what was stored can always be told. Kafka's own limit is 1 MiB. */
const MAX_MESSAGE_BYTES = 4 * 1024 ** 2

/** How a topic is created. */
export function topicConfig(
  topic: string,
  { partitions = 8, replicationFactor, keep = 'compact' }: TopicOptions,
): ITopicConfig {
  const kept =
    keep === 'compact'
      ? { 'cleanup.policy': 'compact', 'min.compaction.lag.ms': COMPACT_AFTER_MS, 'min.cleanable.dirty.ratio': 0.5 }
      : { 'cleanup.policy': 'delete', 'retention.ms': -1, 'retention.bytes': -1 }
  const entries = { ...kept, 'max.message.bytes': MAX_MESSAGE_BYTES }
  return {
    topic,
    numPartitions: partitions,
    ...(replicationFactor === undefined ? {} : { replicationFactor }),
    configEntries: Object.entries(entries).map(([name, value]) => ({ name, value: String(value) })),
  }
}
