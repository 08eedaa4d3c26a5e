import { badValue, unsupported } from '../command-error.ts'
import type { Document } from '../values/document.ts'
import { compareKeys, orderKey, TYPE } from '../values/order-key.ts'
import { EMPTY_ARRAY, indexedValues } from './paths.ts'

export type SortField = { path: string; descending: boolean }

/** Reads `{ a: 1, b: -1 }`; an absent or empty sort gives no fields. */
export function parseSort(sort: unknown): SortField[] {
  if (sort === undefined || sort === null) return []
  return Object.entries(sort as Document).map(([path, direction]) => {
    if (direction === 1 || direction === -1) return { path, descending: direction === -1 }
    if (typeof direction === 'object') throw unsupported(`sorting by an expression ('${path}')`)
    throw badValue(`The sort direction of '${path}' must be 1 or -1.`)
  })
}

export const keyOfIndexedValue = (value: unknown) => (value === EMPTY_ARRAY ? TYPE.empty : orderKey(value))

/**
 * A stable sort; an array counts by its least element, or by its greatest when descending.
 * @param documentOf how to get at an item's document, when the items are not the documents themselves
 */
export function sortDocuments<Item>(
  items: Item[],
  sort: SortField[],
  documentOf: (item: Item) => unknown = (item) => item,
): Item[] {
  if (sort.length === 0 || items.length < 2) return items
  const keysOf = sortKeysMaker(sort)
  return items
    .map((item) => ({ item, keys: keysOf(documentOf(item)) }))
    .sort((a, b) => compareInTurn(a.keys, b.keys, sort))
    .map(({ item }) => item)
}

/** One key for each field of the sort, whatever its direction. */
export function sortKeysMaker(sort: SortField[]): (document: unknown) => string[] {
  const fields = sort.map(({ path, descending }) => ({ segments: path.split('.'), descending }))
  return (document) =>
    fields.map(({ segments, descending }) => {
      const keys = indexedValues(document, segments).map(keyOfIndexedValue)
      if (keys.length > 1) keys.sort()
      return (descending ? keys.at(-1) : keys[0]) ?? TYPE.null
    })
}

function compareInTurn(a: string[], b: string[], sort: SortField[]): number {
  for (const [i, { descending }] of sort.entries()) {
    const order = compareKeys(a[i] as string, b[i] as string)
    if (order !== 0) return descending ? -order : order
  }
  return 0
}
