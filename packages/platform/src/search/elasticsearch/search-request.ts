import type { estypes } from '@elastic/elasticsearch'
import type { PlainQuery } from '../plain-query.ts'
import type { IndexDefinition, IndexFields } from '../search-engine.ts'
import { MARK_END, MARK_START } from './source-document.ts'

/** How a text is looked for: with all its words, or with any of them. */
export type TextSearch = { text: string; words: 'all' | 'any' }

const MAX_FACET_VALUES = 50
const EXTRACT = 200
/** What is not removed. */
export const present = { bool: { must_not: { term: { removed: true } } } }
const path = (name: string) => `fields.${name}`

/**
 * The request for one page. Criteria come after the query (`post_filter`), so that facets may leave out their own,
 * and `found` tells whether the text alone finds anything.
 */
export function searchRequest(
  definition: IndexDefinition<IndexFields>,
  query: PlainQuery,
  search: TextSearch | undefined,
): estypes.SearchRequest {
  const facets = query.facets.map((name) => [
    `facet:${name}`,
    { filter: { bool: { filter: criteria(query, name) } }, aggs: { values: facetValues(name) } },
  ])
  return {
    query: { bool: { filter: [present], ...(search ? { must: [textQuery(definition.fields, search)] } : {}) } },
    post_filter: { bool: { filter: criteria(query) } },
    aggs: Object.fromEntries([...facets, ['found', { filter: { match_all: {} } }]]),
    sort: [
      ...(query.sort ? [sortOf(query.sort)] : []),
      ...(search ? [{ _score: { order: 'desc' as const } }] : []),
      { id: 'asc' },
    ],
    from: query.offset,
    size: query.limit,
    track_total_hits: true,
    track_scores: true,
    allow_partial_search_results: false,
    _source: ['fields'],
    ...(search ? { highlight: highlightOf(query.highlight), suggest: correctionsOf(search.text) } : {}),
  }
}

/** All words wherever they are in the document; fields weigh in the order of the hits. */
function textQuery(fields: IndexFields, { text, words }: TextSearch): estypes.QueryDslQueryContainer {
  const match = { query: text, operator: words === 'all' ? ('and' as const) : ('or' as const), boost: 0.1 }
  const weights = Object.entries(fields).flatMap(([name, field]) =>
    field.type === 'text' ? [{ match: { [path(name)]: { query: text, boost: field.boost ?? 1 } } }] : [],
  )
  return { bool: { must: [{ match: { all_text: match } }], should: weights } }
}

/** Filters, ranges and distance, but for the filter on `exceptField`. */
export function criteria(query: PlainQuery, exceptField?: string): estypes.QueryDslQueryContainer[] {
  const { filters, ranges, near } = query
  return [
    ...filters
      .filter(({ field }) => field !== exceptField)
      .map(({ field, values }) => ({ terms: { [path(field)]: values } })),
    ...ranges.map(({ field, from, to, type }) => ({
      range: {
        [path(field)]: {
          ...(Number.isFinite(from) ? { gte: from } : {}),
          ...(Number.isFinite(to) ? { lte: to } : {}),
          ...(type === 'date' ? { format: 'epoch_millis' } : {}),
        },
      },
    })),
    ...(near
      ? [{ geo_distance: { distance: `${near.km}km`, [path(near.field)]: { lat: near.lat, lon: near.lon } } }]
      : []),
  ]
}

const facetValues = (name: string): estypes.AggregationsAggregationContainer => ({
  terms: { field: path(name), size: MAX_FACET_VALUES, order: [{ _count: 'desc' }, { _key: 'asc' }] },
})

const sortOf = ({ field, order }: NonNullable<PlainQuery['sort']>): estypes.SortCombinations => ({
  [path(field)]: { order, missing: '_last' },
})

const highlightOf = (names: string[]): estypes.SearchHighlight => ({
  type: 'unified',
  number_of_fragments: 1,
  fragment_size: EXTRACT,
  require_field_match: false, // the query looks into `all_text`
  pre_tags: [MARK_START],
  post_tags: [MARK_END],
  fields: Object.fromEntries(names.map((name) => [path(name), {}])),
})

/** Close words for those that no document has: same first letter, two mistakes at most. */
const correctionsOf = (text: string): estypes.SearchSuggester => ({
  text,
  corrections: {
    term: { field: 'all_words', suggest_mode: 'missing', max_edits: 2, prefix_length: 1, min_word_length: 4, size: 5 },
  },
})

/** Titles that begin with the prefix before those with a later word that does, each alphabetically. */
export const suggestRequest = (prefix: string, limit: number, query: PlainQuery): estypes.SearchRequest => ({
  query: {
    bool: {
      filter: [present, { prefix: { suggest_keys: prefix } }, ...criteria(query)],
      should: [{ constant_score: { filter: { prefix: { suggest_whole: prefix } } } }],
    },
  },
  sort: [{ _score: { order: 'desc' } }, { suggest_whole: 'asc' }, { id: 'asc' }],
  size: limit,
  track_total_hits: false,
  allow_partial_search_results: false,
  _source: ['fields'],
})
