import { type Kafka, Partitioners, type Producer } from 'kafkajs'
import { type CloudEvent, topicOf } from '../../events/index.ts'
import { messageOf } from './kafka-message.ts'
import type { KafkaTopics } from './kafka-topics.ts'

export type Publisher = {
  publish(events: CloudEvent[]): Promise<void>
  /** Sends what waits, then disconnects. */
  close(): Promise<void>
}

type Waiting = { events: CloudEvent[]; resolve(): void; reject(error: unknown): void }

const MAX_BATCH = 1000

/**
 * Sends events in the order of the calls: what is asked for while a request is on its way goes with the next one, so that
 * there is one request at a time, and a repeated one cannot overtake another.
 */
export function createPublisher(kafka: Kafka, topics: KafkaTopics): Publisher {
  const waiting: Waiting[] = []
  let sending: Promise<void> | undefined
  let producer: Producer | undefined

  const connected = async (): Promise<Producer> => {
    if (producer) return producer
    const made = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner, allowAutoTopicCreation: false })
    await made.connect()
    producer = made
    return made
  }
  const disconnect = async () => {
    const made = producer
    producer = undefined
    await made?.disconnect().catch(() => undefined)
  }

  const send = async (events: CloudEvent[]) => {
    const byTopic = Map.groupBy(events, ({ type }) => topicOf(type))
    try {
      await topics.ensure([...byTopic.keys()])
      const topicMessages = [...byTopic].map(([topic, some]) => ({ topic, messages: some.map(messageOf) }))
      await (await connected()).sendBatch({ acks: -1, topicMessages })
    } catch (error) {
      // A producer that has met a deleted topic fails for every other topic, too: the next one is a new one.
      topics.forget()
      await disconnect()
      throw error
    }
  }

  const sendTogether = async (batch: Waiting[]) => {
    try {
      await send(batch.flatMap(({ events }) => events))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      // One caller's event may be what the broker refuses: the others must not fail with it for ever.
      if (batch.length === 1) batch[0]?.reject(error)
      else if (isRefusal(error)) for (const one of batch) await sendTogether([one])
      else for (const { reject } of batch) reject(error)
    }
  }

  const sendAll = async () => {
    while (waiting.length > 0) {
      let events = 0
      const full = waiting.findIndex((one, index) => {
        events += one.events.length
        return index > 0 && events > MAX_BATCH
      })
      const batch = waiting.splice(0, full < 0 ? waiting.length : full)
      await sendTogether(batch)
    }
    sending = undefined
  }

  return {
    publish: (events) =>
      new Promise((resolve, reject) => {
        waiting.push({ events, resolve, reject })
        // Not before the end of this turn: its other calls go along.
        sending ??= Promise.resolve().then(sendAll)
      }),
    async close() {
      await sending
      await disconnect()
    },
  }
}

/** Whether the broker said no to what was sent, as opposed to not answering. */
const isRefusal = (error: unknown) => {
  const { type, cause } = error as { type?: string; cause?: { type?: string } }
  return ['MESSAGE_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TOPIC_EXCEPTION', 'CORRUPT_MESSAGE'].includes(
    type ?? cause?.type ?? '',
  )
}
