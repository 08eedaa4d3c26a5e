import type { IndexDefinition, IndexField, IndexFields } from './search-engine.ts'

/** A document without the types of its index. */
export type PlainDocument = { id: string; version: number; fields: Record<string, unknown> }

export type Refusal = { id: string; reason: string }

/** Some documents of a `put` were refused; the others are stored. */
export const documentsRefused = (refused: Refusal[]): Error =>
  Object.assign(
    new Error(
      `Documents refused by the search index: ${refused.map(({ id, reason }) => `${id}: ${reason}`).join(' ')}`,
    ),
    { code: 'SEARCH_DOCUMENTS_REFUSED', refused },
  )

const MAX_ID_BYTES = 512
const MAX_KEYWORD = 1000
const MAX_TEXT = 1_000_000

/** Why a document does not fit an index, in English for the logs; undefined when it does. The same for every engine. */
export function misfitOf(definition: IndexDefinition<IndexFields>, document: PlainDocument): string | undefined {
  const { id, version, fields } = document
  if (typeof id !== 'string' || id === '' || Buffer.byteLength(id) > MAX_ID_BYTES)
    return 'the id must have 1 to 512 bytes.'
  if (!Number.isSafeInteger(version) || version < 0) return 'the version must be a whole number.'
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
    if (!field) return `there is no field "${name}".`
    if (value !== undefined && !fits[field.type](value)) return `"${name}" is not a valid ${field.type}.`
  }
  return undefined
}

/** A day, or a moment with its time zone: without one, engines disagree. */
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/
const isText = (value: unknown) => typeof value === 'string' && value.length <= MAX_TEXT
const isKeyword = (value: unknown) => typeof value === 'string' && value.length <= MAX_KEYWORD
const isNumberWithin = (value: unknown, limit: number) => Number.isFinite(value) && Math.abs(value as number) <= limit

const fits: Record<IndexField['type'], (value: unknown) => boolean> = {
  text: isText,
  stored: isText,
  keyword: (value) => (Array.isArray(value) ? value.length <= MAX_KEYWORD && value.every(isKeyword) : isKeyword(value)),
  number: (value) => isNumberWithin(value, Number.MAX_VALUE),
  date: (value) => typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value)),
  geo: (value) => {
    const { lat, lon } = (value ?? {}) as { lat?: unknown; lon?: unknown }
    return isNumberWithin(lat, 90) && isNumberWithin(lon, 180)
  },
}
