import { type DocumentIndex, isMultikey, keysFrom } from '../storage/document-index.ts'
import type { KeyRange } from '../storage/sorted-keys.ts'
import { reversedKey, TYPE, typeOfKey } from '../values/order-key.ts'
import type { Constraint, Constraints } from './constraints.ts'
import { rangeWithin } from './index-ranges.ts'
import type { SortField } from './sort.ts'

/** How to find the documents of a query by way of an index. */
export type Plan = Order & {
  index: DocumentIndex
  /** Where to look. Within a range, entries are ordered by what follows the prefix. */
  ranges: { prefix: string; range: KeyRange }[]
  entries: number
  /** Whether each entry is a match, so that the filter need not be asked. */
  isExact: boolean
}

type Order = {
  /** How far the index gives the order: wholly, or in groups of equal keys that other fields must sort. */
  order: 'none' | 'groups' | 'whole'
  backwards: boolean
}

const NO_ORDER: Order = { order: 'none', backwards: false }
const MAX_RANGES = 10_000
const MAX_MERGED_RANGES = 32

/** The ways in which the indexes can serve a query; one that would read everything in no order is left out. */
export function plansFor(indexes: readonly DocumentIndex[], constraints: Constraints, sort: SortField[]): Plan[] {
  return indexes.flatMap((index) => {
    const plan = planWith(index, constraints, sort)
    return plan ? [plan] : []
  })
}

function planWith(index: DocumentIndex, constraints: Constraints, sort: SortField[]): Plan | undefined {
  const onField = index.fields.map(({ path }) => constraints.fields.get(path))
  if (index.definition.sparse && !excludesMissing(onField[0])) return undefined
  const hasArrays = isMultikey(index)
  const { prefixes, fixed } = fixedPrefixes(index, onField)
  const next = index.fields[fixed]
  const limits = usableLimits(onField[fixed], hasArrays)
  const ranges = prefixes.map((prefix) => ({
    prefix,
    range: limits && next ? rangeWithin(prefix, next, limits) : keysFrom(prefix),
  }))
  const order = ranges.length > MAX_MERGED_RANGES ? NO_ORDER : orderOf(index, fixed, prefixes, sort)
  if (fixed === 0 && !limits && order.order === 'none') return undefined
  const used = [...onField.slice(0, fixed).map(onlyPoints), ...(limits ? [onField[fixed] === limits] : [])]
  return {
    index,
    ranges,
    entries: ranges.reduce((sum, { range }) => sum + index.entries.count(range), 0),
    isExact: constraints.isComplete && !hasArrays && used.every(Boolean) && used.length === constraints.fields.size,
    ...order,
  }
}

const onlyPoints = (constraint: Constraint | undefined) => !constraint?.lower && !constraint?.upper

/** A sparse index does not know the documents that lack its fields. */
const excludesMissing = (constraint: Constraint | undefined) =>
  constraint?.points ? !constraint.points.includes(TYPE.null) : Boolean(constraint?.lower || constraint?.upper)

/** The key prefixes that the first fields may have, as long as each of them must be one of some values. */
function fixedPrefixes({ fields }: DocumentIndex, onField: (Constraint | undefined)[]) {
  let prefixes = ['']
  let fixed = 0
  for (; fixed < fields.length; fixed++) {
    const points = onField[fixed]?.points
    if (!points || prefixes.length * points.length > MAX_RANGES) break
    const keys = fields[fixed]?.descending ? points.map(reversedKey) : points
    prefixes = prefixes.flatMap((prefix) => keys.map((key) => prefix + key))
  }
  return { prefixes, fixed }
}

/**
 * The limits that the index can apply. One end only where arrays are: [1, 9] is both > 5 and < 5, by different
 * elements. Ends of different types would need two looks, and no scalar satisfies both.
 */
function usableLimits(constraint: Constraint | undefined, hasArrays: boolean): Constraint | undefined {
  if (!constraint || constraint.points) return undefined
  const { lower, upper } = constraint
  if (!lower || !upper) return constraint
  return hasArrays || typeOfKey(lower.key) !== typeOfKey(upper.key) ? { lower } : constraint
}

/**
 * Compares what is left of the sort, and of the index's fields, once the fields that are fixed are taken away. A document
 * with an array in a field that is fixed may come by way of two values, but at the same place in the order of the rest.
 */
function orderOf(index: DocumentIndex, fixed: number, prefixes: string[], sort: SortField[]): Order {
  const holdsArrays = (field: number) => (index.arrayDocuments[field] ?? 0) > 0
  if (sort.length === 0 || index.fields.some((_, field) => field >= fixed && holdsArrays(field))) return NO_ORDER
  const isConstant = (field: number) => prefixes.length === 1 && field < fixed && !holdsArrays(field)
  const constant = new Set(index.fields.filter((_, field) => isConstant(field)).map(({ path }) => path))
  const wanted = sort.filter(({ path }) => !constant.has(path))
  const given = index.fields.slice(fixed)
  const backwards = wanted[0]?.descending !== given[0]?.descending
  const isGiven = ({ path, descending }: SortField, field: number) =>
    given[field]?.path === path && (given[field]?.descending !== descending) === backwards
  const common = wanted.findIndex((field, i) => !isGiven(field, i))
  if (wanted.length === 0) return { order: 'whole', backwards: false }
  if (common === -1) return { order: 'whole', backwards }
  return common > 0 && common === given.length && !isMultikey(index) ? { order: 'groups', backwards } : NO_ORDER
}
