import { randomUUID } from 'node:crypto'
import type { Bus } from '@pmq/platform/bus'
import { eventually } from '../eventually/index.ts'
import { anEvent } from './an-event.ts'

export type EventLoad = {
  topic: string
  subjects: string[]
  each: number
  /** Resolves when all is published. */
  published: Promise<void>
  /** Events published so far. */
  count(): number
}

type LoadOptions = { topic: string; subjects?: number; each: number; batch?: number }

/**
 * Publishes events 1 to `each` of every subject in turn, as a relay does: in order, and again from the same place when the
 * bus could not take them.
 */
export function startLoad(bus: Bus, { topic, subjects: count = 50, each, batch = 50 }: LoadOptions): EventLoad {
  const subjects = Array.from({ length: count }, () => randomUUID())
  let done = 0
  const publish = async () => {
    for (let sequence = 1; sequence <= each; sequence++) {
      for (let from = 0; from < count; from += batch) {
        const events = subjects.slice(from, from + batch).map((subject) => anEvent(topic, { subject, sequence }))
        await eventually(() => bus.publish(events), { within: 60_000, every: 50 })
        done += events.length
      }
    }
  }
  const published = publish()
  published.catch(() => undefined) // told to whoever waits for it
  return { topic, subjects, each, published, count: () => done }
}
