import type { Bus } from '@pmq/platform/bus'
import { createKafkaBus, type KafkaBusOptions } from '@pmq/platform/bus/kafka'
import { topicOf } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import { type Admin, Kafka, logLevel } from 'kafkajs'
import { engineAddress } from '../engines/index.ts'

export type KafkaFixture = {
  brokers: string[]
  /** Another program's bus on the same brokers. */
  open(options?: Partial<KafkaBusOptions>): Bus
  /** The broker's own view, beside the adapter. */
  admin: Admin
  /** Closes every bus, then takes the topics and groups of this run away. */
  stop(): Promise<void>
}

/** Kafka at the address of the environment. What is made through its buses is forgotten by the broker at the end. */
export async function startKafkaFixture(): Promise<KafkaFixture> {
  const brokers = engineAddress('KAFKA_BROKERS').split(',')
  const admin = new Kafka({ brokers, clientId: 'test-admin', logLevel: logLevel.NOTHING }).admin()
  await admin.connect()
  const topics = new Set<string>()
  const groups = new Set<string>()
  const buses: Bus[] = []

  const open = (options: Partial<KafkaBusOptions> = {}): Bus => {
    const bus = createKafkaBus({ brokers, clientId: 'test', log: silentLog(), ...options })
    const note = (names: string[]) => {
      for (const name of names) topics.add(name)
    }
    const noted: Bus = {
      ...bus,
      publish(events) {
        note(events.map(({ type }) => topicOf(type)))
        return bus.publish(events)
      },
      subscribe(subscription) {
        note(subscription.topics)
        groups.add(subscription.group)
        return bus.subscribe(subscription)
      },
      tail(subscription) {
        note(subscription.topics)
        return bus.tail(subscription)
      },
      replay(replay) {
        note(replay.topics)
        return bus.replay(replay)
      },
      ensureTopics(names) {
        note(names)
        return bus.ensureTopics(names)
      },
    }
    buses.push(noted)
    return noted
  }

  return {
    brokers,
    open,
    admin,
    async stop() {
      await Promise.all(buses.map((bus) => bus.close()))
      const existing = new Set(await admin.listTopics())
      await admin.deleteTopics({ topics: [...topics].filter((name) => existing.has(name)) }).catch(() => undefined)
      await admin.deleteGroups([...groups]).catch(() => undefined) // those that never stored a position are not there
      await admin.disconnect()
    },
  }
}
