import type { z } from 'zod'
import type { CloudEvent, EventType } from '../events/index.ts'

/** One use case that answers to events. `name` is stable: it is the consumer group and the key of the inbox. */
export type EventHandler = {
  name: string
  types: string[]
  handle(event: CloudEvent): Promise<void>
}

/**
 * Declares a handler. The event's data are parsed with `schema`, which names only what this consumer needs
 * (tolerant reader); an event that does not fit goes to the dead letters at once.
 * The handler must be idempotent: the inbox stops most repetitions, a crash between the work and its record lets one through.
 */
export const on = <Data>(
  types: EventType | readonly EventType[],
  name: string,
  schema: z.ZodType<Data>,
  handle: (event: CloudEvent<Data>) => Promise<void>,
): EventHandler => ({
  name,
  types: (Array.isArray(types) ? types : [types]).map(({ type }) => type),
  handle: (event) => handle({ ...event, data: schema.parse(event.data) }),
})
