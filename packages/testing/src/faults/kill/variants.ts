import { setTimeout as delay } from 'node:timers/promises'
import type { Bus } from '@pmq/platform/bus'
import type { Database } from '@pmq/platform/documents'
import type { FaultPoints } from './fault-points.ts'

/** Parts built wrongly, each of which the harness must find out. */
export type Variant =
  | 'right'
  | 'relay-clears-first'
  | 'inbox-records-first'
  | 'inbox-never-records'
  | 'store-acknowledges-first'

/** A relay that clears an outbox before it publishes: seen from here, a bus that says "published" and publishes later. */
export function spoilBus(bus: Bus, variant: Variant, points: FaultPoints): Bus {
  if (variant !== 'relay-clears-first') return bus
  return {
    ...bus,
    async publish(events) {
      // Late enough that any kill finds something between the two.
      void delay(500).then(() => {
        points.step('publish after clearing')
        return bus.publish(events)
      })
    },
  }
}

/** What is spoilt in an open database. */
export const spoilers: Partial<Record<Variant, (database: Database) => void>> = {
  'inbox-never-records': ({ connection }) =>
    Object.assign(connection.collection('inbox'), { insertMany: async () => undefined }),
}
