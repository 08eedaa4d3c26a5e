import type { Bus, Subscription, TailSubscription } from '@pmq/platform/bus'
import { type CloudEvent, topicOf } from '@pmq/platform/events'
import type { EngineWorker } from '../engine-worker/index.ts'
import type { NewEvent, Place } from './event-log.ts'
import type { EventLogMethods } from './event-log-worker.ts'
import { createGroupReader, type GroupReader } from './group-reader.ts'
import { createPositionKeeper } from './position-keeper.ts'

export type EventLogWorker = Pick<EngineWorker<void, EventLogMethods>, 'call'>

/**
 * The bus of one process over its event log. All publishers and all consumers are in this process, so a consumer is
 * woken by the publisher itself, without polling.
 */
export function createEmbeddedBus(log: EventLogWorker): Bus {
  const readers = new Map<string, Map<string, Promise<GroupReader>>>() // by topic, by group
  const tails = new Map<string, Set<TailSubscription['handle']>>() // by topic
  const subscriptions = new Set<Subscription>()
  const positions = createPositionKeeper((moved) => log.call('move', moved))
  let closed = false

  const open = () => {
    if (closed) throw new Error('The event bus is closed.')
  }
  const announce = (events: NewEvent[], places: Place[]) => {
    for (const { topic, partition, offset } of places) {
      for (const reader of readers.get(topic)?.values() ?? []) {
        void reader.then(({ appended }) => appended(partition, offset))
      }
    }
    for (const { topic, payload } of events) {
      for (const handle of tails.get(topic) ?? []) {
        try {
          handle(JSON.parse(payload))
        } catch (error) {
          process.emitWarning(`A listener of ${topic} threw: ${(error as Error).message}`)
        }
      }
    }
  }
  const readerOf = (group: string, topic: string): Promise<GroupReader> => {
    const groups = readers.get(topic) ?? new Map<string, Promise<GroupReader>>()
    readers.set(topic, groups)
    const known = groups.get(group)
    if (known) return known
    const reader = log.call('join', group, topic).then((start) =>
      createGroupReader(
        start,
        (partition, after) => log.call('read', topic, partition, after),
        (partition, offset) => positions.moved({ group, topic, partition, offset }),
      ),
    )
    groups.set(group, reader)
    return reader
  }
  const registered = (stop: () => Promise<void>): Subscription => {
    const subscription = {
      async stop() {
        subscriptions.delete(subscription)
        await stop()
      },
    }
    subscriptions.add(subscription)
    return subscription
  }

  return {
    async publish(events) {
      open()
      if (events.length === 0) return
      const rows = events.map(
        (event): NewEvent => ({
          topic: topicOf(event.type),
          subject: event.subject,
          id: event.id,
          payload: JSON.stringify(event),
        }),
      )
      announce(rows, await log.call('append', rows))
    },

    async subscribe({ group, topics, handle }) {
      open()
      const joined = await Promise.all(topics.map((topic) => readerOf(group, topic)))
      open()
      const members = joined.map((reader) => reader.join(handle))
      return registered(async () => {
        await Promise.all(members.map((member) => member.leave()))
        await positions.flush()
      })
    },

    async tail({ topics, handle }) {
      open()
      await log.call('ensureTopics', topics)
      const listener = (event: CloudEvent) => handle(event) // its own identity: one function may be given twice
      for (const topic of topics) tails.set(topic, (tails.get(topic) ?? new Set()).add(listener))
      return registered(async () => {
        for (const topic of topics) tails.get(topic)?.delete(listener)
      })
    },

    async replay({ topics, handle, signal }) {
      open()
      const ends = await log.call('ends', topics)
      for (const [index, topic] of topics.entries()) {
        for (const [partition, end] of (ends[index] ?? []).entries()) {
          for (let after = -1; after < end; ) {
            const batch = await log.call('read', topic, partition, after)
            for (const { offset, payload } of batch) {
              if (offset > end) break
              signal?.throwIfAborted()
              await handle(JSON.parse(payload))
            }
            after = batch.at(-1)?.offset ?? end
          }
        }
      }
    },

    async ensureTopics(topics) {
      open()
      await log.call('ensureTopics', topics)
    },

    async lag() {
      open()
      await positions.flush()
      return log.call('lag')
    },

    async check() {
      open()
      await log.call('check')
    },

    async close() {
      closed = true
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()))
      await positions.flush()
    },
  }
}
