import { randomUUID } from 'node:crypto'
import type { Bus } from '@pmq/platform/bus'
import { eventually } from '../eventually/index.ts'
import { anEvent } from './an-event.ts'

export type EventLoad = {
  topic: string
  subjects: string[]
  /** Events of each subject; final when all is published. */
  readonly each: number
  /** Resolves when all is published. */
  published: Promise<void>
  /** Events published so far. */
  count(): number
}

type LoadOptions = {
  topic: string
  subjects?: number
  each: number
  batch?: number
  /** For troubles that take their time: goes on until `isEnough`, never more than some hundred events ahead of `handled`. */
  during?: { isEnough(): boolean; handled(): number }
}

const furthestAhead = 400

/**
 * Publishes events 1 to `each` (or more, see `during`) of every subject in turn, as a relay does: in order, and again from
 * the same place when the bus could not take them.
 */
export function startLoad(bus: Bus, options: LoadOptions): EventLoad {
  const { topic, subjects: count = 50, each, batch = 50, during } = options
  const subjects = Array.from({ length: count }, () => randomUUID())
  let [done, rounds] = [0, 0]
  const publish = async () => {
    for (let sequence = 1; sequence <= each || !(during?.isEnough() ?? true); sequence++) {
      if (during) await eventually(() => done - during.handled() < furthestAhead, { within: 60_000, every: 5 })
      rounds = sequence
      for (let from = 0; from < count; from += batch) {
        const events = subjects.slice(from, from + batch).map((subject) => anEvent(topic, { subject, sequence }))
        await eventually(() => bus.publish(events), { within: 60_000, every: 50 })
        done += events.length
      }
    }
  }
  const published = publish()
  published.catch(() => undefined) // told to whoever waits for it
  return {
    topic,
    subjects,
    get each() {
      return Math.max(each, rounds)
    },
    published,
    count: () => done,
  }
}
