import { siteId } from '@pmq/contracts/content'
import { searchAnswer, searchKind, suggestions } from '@pmq/contracts/search'
import { id } from '@pmq/contracts/shared'
import type { Bus } from '@pmq/platform/bus'
import { anyOf, anyone, type Route, route } from '@pmq/platform/http'
import type { Facet, SearchHit } from '@pmq/platform/search'
import { z } from 'zod'
import { rebuildIndex } from './index-contents.ts'
import { type PublicFields, type PublicIndex, subjectOf } from './public-index.ts'
import { siteNames } from './site-names.ts'

const kindNames: Record<string, string> = {
  article: 'Actualités',
  page: 'Pages',
  chantier: 'Chantiers',
  commune: 'Communes',
  section: 'Rubriques',
}

const one = (value: unknown): string => (Array.isArray(value) ? String(value[0] ?? '') : String(value ?? ''))

function hitOf({ id, fields, highlights }: SearchHit<PublicFields>) {
  return {
    id: subjectOf(id),
    site: one(fields.site),
    kind: one(fields.kind),
    title: fields.title ?? '',
    summary: fields.summary ?? '',
    path: fields.path ?? '/',
    section: fields.section ? { id: one(fields.section), title: fields.sectionTitle ?? '' } : null,
    tags: [fields.tag ?? []].flat(),
    publishedAt: fields.publishedAt ?? null,
    archived: fields.archived === 'yes',
    highlights: {
      ...(highlights.title ? { title: highlights.title } : {}),
      ...((highlights.text ?? highlights.summary) ? { text: highlights.text ?? highlights.summary } : {}),
    },
  }
}

const named = (facets: Facet[] | undefined, names: Record<string, string>) =>
  (facets ?? []).map(({ value, count }) => ({ value, count, label: names[value] ?? value }))

/** Search across all sites. @param sectionTitles gives titles by section id, for the facets */
export const searchApi = ({
  index,
  bus,
  sectionTitles,
}: {
  index: PublicIndex
  bus: Bus
  sectionTitles: () => Promise<Record<string, string>>
}): Route[] => [
  route('GET /', {
    title: 'Search everything public, on one site or all',
    allow: anyone,
    query: z.strictObject({
      q: z.string().trim().max(200, '200\u00a0caractères au plus.').default(''),
      site: z.array(siteId).max(10).optional(),
      kind: z.array(searchKind).max(10).optional(),
      section: z.array(id).max(50).optional(),
      tag: z.array(z.string().max(60)).max(20).optional(),
      sort: z.enum(['relevance', '-publishedAt', 'publishedAt']).default('relevance'),
      page: z.coerce.number().int().min(1).max(500).default(1),
      perPage: z.coerce.number().int().min(1).max(50).default(20),
    }),
    answers: { 200: searchAnswer },
    async handle({ query }) {
      const { q, site, kind, section, tag, sort, page, perPage } = query
      const answer = await index.search({
        text: q,
        filters: {
          ...(site ? { site } : {}),
          ...(kind ? { kind } : {}),
          ...(section ? { section } : {}),
          ...(tag ? { tag } : {}),
        },
        facets: ['site', 'kind', 'section'],
        highlight: ['title', 'summary', 'text'],
        ...(sort === 'relevance'
          ? {}
          : { sort: { field: 'publishedAt', order: sort.startsWith('-') ? 'desc' : 'asc' } }),
        page,
        perPage,
      })
      const titles = await sectionTitles()
      return {
        items: answer.items.map(hitOf),
        total: answer.total,
        facets: {
          site: named(answer.facets.site, siteNames),
          kind: named(answer.facets.kind, kindNames),
          section: named(answer.facets.section, titles),
        },
        ...(answer.corrected ? { corrected: answer.corrected } : {}),
      }
    },
  }),
  route('GET /suggestions', {
    title: 'Propose titles while somebody types',
    allow: anyone,
    query: z.strictObject({ q: z.string().trim().max(100).default(''), site: z.array(siteId).max(10).optional() }),
    answers: { 200: suggestions },
    async handle({ query }) {
      const found = query.q
        ? await index.suggest(query.q, { limit: 8, ...(query.site ? { filters: { site: query.site } } : {}) })
        : []
      return {
        items: found.map(({ text, fields }) => ({
          title: text,
          path: fields.path ?? '/',
          site: one(fields.site),
          kind: one(fields.kind),
        })),
      }
    },
  }),
  route('POST /rebuild', {
    title: 'Build the search index anew, without interruption',
    allow: anyOf('admin'),
    answers: { 200: z.object({ documents: z.int() }) },
    async handle() {
      await rebuildIndex(index, bus)
      return { documents: await index.count() }
    },
  }),
]
