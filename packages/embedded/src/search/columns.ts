import type { IndexFields, PlainQuery } from '@pmq/platform/search'

/** A document's values that are filtered, counted or sorted by. */
export type Facts = Record<string, unknown>
type Passes = (slot: number) => boolean
type Criteria = Pick<PlainQuery, 'filters' | 'ranges' | 'near' | 'facets'>

const MAX_FACET_VALUES = 50

/** The types of field that have a column; the others are text, or only given back. */
export const factFields = (fields: IndexFields): string[] =>
  Object.entries(fields).flatMap(([name, { type }]) => (type === 'text' || type === 'stored' ? [] : [name]))

/**
 * The facts of an index in memory, column by column, each document in its slot (a small number): filters and
 * facets of 20 000 documents are counted in a millisecond or two.
 */
export function createColumns(fields: IndexFields) {
  const ids: (string | undefined)[] = []
  const keywords = new Map<string, ReturnType<typeof keywordColumn>>()
  const numbers = new Map<string, number[]>()
  const points = new Map<string, { lat: number[]; lon: number[] }>()
  for (const [name, { type }] of Object.entries(fields)) {
    if (type === 'keyword') keywords.set(name, keywordColumn())
    if (type === 'date' || type === 'number') numbers.set(name, [])
    if (type === 'geo') points.set(name, { lat: [], lon: [] })
  }

  /** One check for each criterion, with the facet that it must not limit. */
  const checksOf = ({ filters, ranges, near }: Criteria): { field?: string; passes: Passes }[] => [
    ...filters.map(({ field, values }) => ({ field, passes: keywords.get(field)?.anyOf(values) ?? never })),
    ...ranges.map(({ field, from, to }) => ({ passes: within(numbers.get(field) ?? [], from, to) })),
    ...(near ? [{ passes: nearTo(points.get(near.field), near) }] : []),
  ]

  return {
    /** Sets what is known of a slot; without facts, the slot is empty. */
    set(slot: number, id: string, facts: Facts | undefined): void {
      ids[slot] = facts ? id : undefined
      for (const [name, column] of keywords) column.set(slot, facts?.[name])
      for (const [name, column] of numbers) column[slot] = numberOf(facts?.[name])
      for (const [name, { lat, lon }] of points) {
        const point = facts?.[name] as { lat: number; lon: number } | undefined
        lat[slot] = point?.lat ?? Number.NaN
        lon[slot] = point?.lon ?? Number.NaN
      }
    },

    idOf: (slot: number): string => ids[slot] ?? '',

    /** The value to sort by, a number or ms since 1970; NaN when the document has none. */
    numberOf: (field: string, slot: number): number => numbers.get(field)?.[slot] ?? Number.NaN,

    /** All slots that hold a document. */
    *slots(): Iterable<number> {
      for (let slot = 0; slot < ids.length; slot++) if (ids[slot] !== undefined) yield slot
    },

    /** Whether a document meets all criteria. */
    meets(criteria: Criteria): Passes {
      const checks = checksOf(criteria)
      return (slot) => checks.every(({ passes }) => passes(slot))
    },

    /** The slots that meet all criteria, and the facets, each counted without its own field's filter. */
    select(slots: Iterable<number>, criteria: Criteria) {
      const { selected, onlyFailing } = sift(slots, checksOf(criteria))
      const facets = criteria.facets.map((name) => {
        const counted = [selected, onlyFailing.get(name) ?? []]
        return [name, keywords.get(name)?.facet(counted) ?? []] as const
      })
      return { selected, facets: Object.fromEntries(facets) }
    },
  }
}

/** The slots that pass all checks, and, by field, those that only the check of this field fails. */
function sift(slots: Iterable<number>, checks: { field?: string; passes: Passes }[]) {
  const onlyFailing = new Map<string, number[]>()
  if (checks.length === 0) return { selected: [...slots], onlyFailing }
  const selected: number[] = []
  for (const slot of slots) {
    let failed: string | undefined
    let failures = 0
    for (const { field, passes } of checks) {
      if (passes(slot)) continue
      failures++
      failed = field
    }
    if (failures === 0) selected.push(slot)
    if (failures !== 1 || failed === undefined) continue
    const alone = onlyFailing.get(failed)
    if (alone) alone.push(slot)
    else onlyFailing.set(failed, [slot])
  }
  return { selected, onlyFailing }
}

/** Values are numbered, so that counting compares no strings. */
function keywordColumn() {
  const values: string[] = []
  const codes = new Map<string, number>()
  const column: number[][] = []
  const none: number[] = []
  const codeOf = (value: string) => {
    const known = codes.get(value)
    if (known !== undefined) return known
    codes.set(value, values.length)
    return values.push(value) - 1
  }
  return {
    set(slot: number, value: unknown) {
      const list = value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [String(value)]
      column[slot] = list.length === 0 ? none : [...new Set(list)].map(codeOf)
    },
    anyOf(wanted: string[]): Passes {
      const wantedCodes = new Set(wanted.map((value) => codes.get(value)))
      return (slot) => column[slot]?.some((code) => wantedCodes.has(code)) ?? false
    },
    /** The values of some slots with their counts, the most frequent first. One column at a time: it is what takes the time of a search. */
    facet(lists: readonly (readonly number[])[]) {
      const counts: number[] = new Array(values.length).fill(0)
      for (const slots of lists)
        for (const slot of slots) for (const code of column[slot] ?? none) counts[code] = (counts[code] ?? 0) + 1
      return counts
        .flatMap((count, code) => (count > 0 ? [{ value: values[code] ?? '', count }] : []))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, MAX_FACET_VALUES)
    },
  }
}

const never: Passes = () => false

const numberOf = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : Number(value ?? Number.NaN))

const within = (column: number[], from: number, to: number): Passes => {
  return (slot) => {
    const value = column[slot] ?? Number.NaN
    return value >= from && value <= to
  }
}

const EARTH_DIAMETER_KM = 12_742
const KM_PER_DEGREE = 111

function nearTo(
  column: { lat: number[]; lon: number[] } | undefined,
  near: { lat: number; lon: number; km: number },
): Passes {
  const radians = Math.PI / 180
  return (slot) => {
    const lat = column?.lat[slot] ?? Number.NaN
    const lon = column?.lon[slot] ?? Number.NaN
    if (!(Math.abs(lat - near.lat) <= near.km / KM_PER_DEGREE + 0.1)) return false // most are far: no trigonometry
    const a = Math.sin(((lat - near.lat) * radians) / 2) ** 2
    const b = Math.sin(((lon - near.lon) * radians) / 2) ** 2
    return (
      EARTH_DIAMETER_KM * Math.asin(Math.sqrt(a + Math.cos(lat * radians) * Math.cos(near.lat * radians) * b)) <=
      near.km
    )
  }
}
