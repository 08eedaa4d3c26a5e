import type { z } from 'zod'

/** What a producer promises about one kind of event: its name and the shape of its data. */
export type EventType<Type extends string = string, Data = unknown> = {
  type: Type
  title: string
  schema: z.ZodType<Data>
}

/** An event as the domain says it: the rest of the envelope is added when it is stored with its aggregate. */
export type DomainEvent<Type extends string = string, Data = unknown> = { type: Type; data: Data }

/**
 * Declares a kind of event in `packages/contracts`.
 * @param type `service.concept.past-participle`
 * @param title one English sentence for `docs/events.md`: what has happened
 */
export const event = <Type extends string, Data>(
  type: Type,
  title: string,
  schema: z.ZodType<Data>,
): EventType<Type, Data> => ({ type, title, schema })
