import { type Kafka, type Message, Partitioners, type Producer } from 'kafkajs'
import { type CloudEvent, topicOf } from '../../events/index.ts'
import { EventRefused } from '../bus.ts'
import { leave } from './kafka-client.ts'
import { messageOf } from './kafka-message.ts'
import type { KafkaTopics } from './kafka-topics.ts'

export type Publisher = {
  publish(events: CloudEvent[]): Promise<void>
  /** Sends what waits, then disconnects. */
  close(): Promise<void>
}

type Waiting = { events: CloudEvent[]; resolve(): void; reject(error: unknown): void }
type Parcel = { event: CloudEvent; topic: string; message: Message; bytes: number }

const MAX_BATCH = 1000
/** A broker refuses what one request brings for one partition above 1 MiB, unless told otherwise. */
const MAX_REQUEST_BYTES = 900_000
/** Of the key, the headers and the framing of a record. */
const OVERHEAD_BYTES = 250

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
    await leave(made?.disconnect())
  }

  const request = async (parcels: Parcel[]): Promise<void> => {
    const byTopic = Map.groupBy(parcels, ({ topic }) => topic)
    const topicMessages = [...byTopic].map(([topic, some]) => ({ topic, messages: some.map(({ message }) => message) }))
    try {
      await topics.ensure([...byTopic.keys()])
      await (await connected()).sendBatch({ acks: -1, topicMessages })
    } catch (error) {
      const [only, another] = parcels
      if (only && refusalOf(error) === 'MESSAGE_TOO_LARGE') {
        // A broker may take less than we think: each event alone, in order, until one is too large by itself.
        if (another) for (const parcel of parcels) await request([parcel])
        else throw new EventRefused(only.event, `its ${only.bytes} bytes are more than Kafka takes`, { cause: error })
        return
      }
      // A producer that has met a deleted topic fails for every other topic, too: the next one is a new one.
      topics.forget()
      await disconnect()
      throw error
    }
  }
  const send = async (events: CloudEvent[]) => {
    for (const parcels of requestsOf(events)) await request(parcels)
  }

  const sendTogether = async (batch: Waiting[]) => {
    try {
      await send(batch.flatMap(({ events }) => events))
      for (const { resolve } of batch) resolve()
    } catch (error) {
      // One caller's event may be what the broker refuses: the others must not fail with it for ever.
      if (batch.length === 1) batch[0]?.reject(error)
      else if (refusalOf(error)) for (const one of batch) await sendTogether([one])
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
      await leave(sending) // what is not sent stays in its outbox
      await disconnect()
    },
  }
}

/** Events in requests that a broker takes, in order. */
function requestsOf(events: CloudEvent[]): Parcel[][] {
  const requests: Parcel[][] = []
  let room = 0
  for (const event of events) {
    const message = messageOf(event)
    const bytes = Buffer.byteLength(String(message.value)) + OVERHEAD_BYTES
    if (bytes > room || requests.length === 0) {
      requests.push([])
      room = MAX_REQUEST_BYTES
    }
    room -= bytes
    requests.at(-1)?.push({ event, topic: topicOf(event.type), message, bytes })
  }
  return requests
}

const refusals = ['MESSAGE_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TOPIC_EXCEPTION', 'CORRUPT_MESSAGE']

/** What the broker has against what was sent; undefined when it did not answer. */
function refusalOf(error: unknown): string | undefined {
  const { type, cause } = error as { type?: string; cause?: { type?: string } }
  if (error instanceof EventRefused) return 'MESSAGE_TOO_LARGE'
  return refusals.find((refusal) => refusal === (type ?? cause?.type))
}
