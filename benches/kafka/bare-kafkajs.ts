import type { CloudEvent } from '@pmq/platform/events'
import { Kafka, logLevel, Partitioners } from 'kafkajs'

/** kafkajs as its documentation shows it: one producer, one consumer, a topic of its own. */
export async function startBare(options: { brokers: string[]; topic: string; partitions: number; heard(): void }) {
  const { brokers, topic, partitions, heard } = options
  const kafka = new Kafka({ brokers, clientId: 'bench-bare', logLevel: logLevel.NOTHING })
  const admin = kafka.admin()
  await admin.connect()
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic, numPartitions: partitions }] })
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner })
  await producer.connect()
  const consumer = kafka.consumer({ groupId: topic })
  await consumer.connect()
  await consumer.subscribe({ topics: [topic], fromBeginning: true })
  const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()))
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    async eachMessage({ message }) {
      JSON.parse(String(message.value))
      heard()
    },
  })
  await joined
  return {
    topic,
    publish: (events: CloudEvent[]) =>
      producer.send({
        topic,
        acks: -1,
        messages: events.map((event) => ({ key: event.subject, value: JSON.stringify(event) })),
      }),
    /** @param others topics to delete with its own */
    async close(others: string[]) {
      await consumer.disconnect()
      await producer.disconnect()
      await admin.deleteTopics({ topics: [topic, ...others] })
      await admin.disconnect()
    },
  }
}
