import type { IndexDefinition, IndexField, IndexFields, SearchQuery } from './search-engine.ts'

/** A query as engines work on it: checked, bounded, in one unit, without the types of its index. */
export type PlainQuery = {
  /** Undefined means everything. */
  text?: string
  filters: { field: string; values: string[] }[]
  /** Both ends included; dates as ms since 1970. */
  ranges: { field: string; type: 'date' | 'number'; from: number; to: number }[]
  near?: { field: string; lat: number; lon: number; km: number }
  facets: string[]
  sort?: { field: string; order: 'asc' | 'desc' }
  highlight: string[]
  offset: number
  limit: number
}

const MAX_CHARACTERS = 400
const MAX_WORDS = 24
const MAX_PER_PAGE = 100
/** How deep one can page: Elasticsearch's own limit, for all engines. */
const MAX_DEPTH = 10_000

/** @throws TypeError when the query names a field that the index does not have, or not of that type */
export function plainQuery<Fields extends IndexFields>(
  definition: IndexDefinition<Fields>,
  query: SearchQuery<Fields>,
): PlainQuery {
  const { near, sort } = query
  const typeOf = (name: string, ...types: IndexField['type'][]) => {
    const type = Object.hasOwn(definition.fields, name) ? definition.fields[name]?.type : undefined
    if (type && types.includes(type)) return type
    throw new TypeError(`The index "${definition.name}" has no ${types.join(' or ')} field "${name}".`)
  }
  for (const name of query.facets ?? []) typeOf(name, 'keyword')
  for (const name of query.highlight ?? []) typeOf(name, 'text')
  if (near) typeOf(near.field, 'geo')
  if (sort) typeOf(sort.field, 'date', 'number')

  const text = boundedText(query.text ?? '')
  const perPage = whole(query.perPage, 20, 0, MAX_PER_PAGE)
  const offset = (whole(query.page, 1, 1, MAX_DEPTH + 1) - 1) * perPage
  const tooDeep = offset + perPage > MAX_DEPTH
  return {
    ...(text === '' ? {} : { text }),
    filters: Object.entries<string[] | undefined>(query.filters ?? {}).flatMap(([field, values]) => {
      typeOf(field, 'keyword')
      return values && values.length > 0 ? [{ field, values }] : []
    }),
    ranges: Object.entries<Range | undefined>(query.ranges ?? {}).flatMap(([field, range]) =>
      range ? [{ field, ...boundsOf(range, typeOf(field, 'date', 'number') === 'date' ? 'date' : 'number') }] : [],
    ),
    ...(near ? { near } : {}),
    facets: query.facets ?? [],
    ...(sort ? { sort } : {}),
    highlight: query.highlight ?? [],
    offset: tooDeep ? 0 : offset,
    limit: tooDeep ? 0 : perPage,
  }
}

function boundedText(text: string): string {
  const words = text.slice(0, MAX_CHARACTERS).trim().split(/\s+/)
  return words.slice(0, MAX_WORDS).join(' ')
}

const whole = (value: number | undefined, standard: number, min: number, max: number) =>
  Math.min(Math.max(Math.trunc(value ?? standard) || min, min), max)

type Range = { from?: string | number; to?: string | number }

function boundsOf({ from, to }: Range, type: 'date' | 'number') {
  const bound = (value: string | number, dayOffset: number) => {
    const date = type === 'date' && typeof value === 'string'
    const number = date ? Date.parse(value) + (DAY_ONLY.test(value) ? dayOffset : 0) : Number(value)
    if (Number.isNaN(number)) throw new TypeError(`"${value}" is not a ${type}.`)
    return number
  }
  return {
    type,
    from: from === undefined ? Number.NEGATIVE_INFINITY : bound(from, 0),
    to: to === undefined ? Number.POSITIVE_INFINITY : bound(to, DAY_MS - 1),
  }
}
const DAY_ONLY = /^\d{4}-\d\d-\d\d$/
/** A range that ends on a day includes the day (UTC). */
const DAY_MS = 24 * 3_600_000
