import assert from 'node:assert/strict'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import type { CloudEvent } from '@pmq/platform/events'
import { silentLog } from '@pmq/platform/log'
import type { ApiSession } from '../support/api-session.ts'
import type { PlatformOnEngines } from '../support/start-on-engines.ts'

export type Stage = { platform: PlatformOnEngines; editor: ApiSession; admin: ApiSession }

/** All events of articles that Kafka keeps, by article, in the order of their partition. */
export async function articleEvents(): Promise<Map<string, CloudEvent[]>> {
  const brokers = (process.env.KAFKA_BROKERS ?? '').split(',')
  const bus = createKafkaBus({ brokers, clientId: 'tests', log: silentLog() })
  const bySubject = new Map<string, CloudEvent[]>()
  try {
    await bus.replay({
      topics: ['content.article'],
      handle: async (event) => void bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]),
    })
  } finally {
    await bus.close()
  }
  return bySubject
}

/** Versions 1, 2, 3 … without a gap; one that is told twice is told twice in a row at most. @returns how many were told twice */
export function assertInOrder(events: readonly CloudEvent[], about: string): number {
  const sequences = events.map(({ sequence }) => sequence)
  let [last, twice] = [0, 0]
  for (const sequence of sequences) {
    if (sequence <= last) twice += 1
    else assert.equal(sequence, last + 1, `${about}: ${sequences.join(' ')}`)
    last = Math.max(last, sequence)
  }
  return twice
}
