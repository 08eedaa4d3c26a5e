import { z } from 'zod'
import { publicDocument, siteId } from '../content/index.ts'
import { moment } from '../shared/index.ts'

/** Part of an extract; marked ones are what was searched for. */
const part = z.object({ text: z.string(), marked: z.boolean() })

export const searchKind = publicDocument.shape.kind

export const searchHit = z
  .object({
    id: z.string(),
    site: siteId,
    kind: searchKind,
    title: z.string(),
    summary: z.string(),
    path: z.string(),
    section: z.object({ id: z.string(), title: z.string() }).nullable(),
    tags: z.array(z.string()),
    publishedAt: moment.nullable(),
    archived: z.boolean(),
    highlights: z.object({ title: z.array(part).optional(), text: z.array(part).optional() }),
  })
  .meta({ id: 'SearchHit' })
export type SearchHit = z.infer<typeof searchHit>

const facet = z.object({ value: z.string(), label: z.string(), count: z.int() })

export const searchAnswer = z
  .object({
    items: z.array(searchHit),
    total: z.int(),
    facets: z.object({ site: z.array(facet), kind: z.array(facet), section: z.array(facet) }),
    /** What was searched for instead, when a word was unknown. */
    corrected: z.string().optional(),
  })
  .meta({ id: 'SearchAnswer' })
export type SearchAnswer = z.infer<typeof searchAnswer>

export const suggestions = z
  .object({
    items: z.array(z.object({ title: z.string(), path: z.string(), site: siteId, kind: searchKind })),
  })
  .meta({ id: 'Suggestions' })
export type Suggestions = z.infer<typeof suggestions>
