import { z } from 'zod'

/**
 * A fact that a service announces, in the shape of CloudEvents 1.0 (JSON format).
 * `sequence` is the version of the aggregate after the change: a projection applies an event only
 * if its sequence is higher than what it has.
 */
export const cloudEvent = z.object({
  specversion: z.literal('1.0'),
  /** Unique in the world: the inbox recognises a repeated delivery by it. */
  id: z.string().min(1),
  /** `/services/content` */
  source: z.string().min(1),
  /** `content.article.published`: service, concept, past participle. */
  type: z.string().regex(/^[a-z-]+\.[a-z-]+\.[a-z-]+$/),
  /** Aggregate id, and the key that keeps the order: events of one subject arrive in sequence. */
  subject: z.string().min(1),
  time: z.iso.datetime(),
  sequence: z.int().nonnegative(),
  datacontenttype: z.literal('application/json'),
  traceparent: z.string().optional(),
  data: z.unknown(),
})

export type CloudEvent<Data = unknown> = Omit<z.infer<typeof cloudEvent>, 'data'> & { data: Data }

/** The topic an event travels on: `<service>.<concept>`. */
export const topicOf = (type: string): string => type.split('.').slice(0, 2).join('.')
