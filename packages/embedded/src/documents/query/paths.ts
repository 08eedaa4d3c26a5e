import { isPlainObject, ownField } from '../values/document.ts'

const isIndex = (segment: string) => /^\d+$/.test(segment)

/**
 * The values that a filter on `path` looks at. Arrays on the way are walked through element by element (and by
 * position for numeric segments); an array at the end stays whole. A missing field counts as `undefined`, but an
 * array element that is not a document counts as nothing at all: that is how MongoDB tells `null` from missing.
 */
export function valuesAt(value: unknown, segments: string[], from = 0): unknown[] {
  if (from === 0 && segments.length === 1 && isPlainObject(value)) return [ownField(value, segments[0] as string)]
  const found: unknown[] = []
  collect(value, segments, from, found)
  return found
}

function collect(value: unknown, segments: string[], from: number, found: unknown[]) {
  if (from === segments.length) return void found.push(value)
  const segment = segments[from] as string
  if (Array.isArray(value)) {
    if (isIndex(segment) && Number(segment) < value.length) collect(value[Number(segment)], segments, from + 1, found)
    for (const element of value) {
      const enters = isPlainObject(element) && (!isIndex(segment) || Object.hasOwn(element, segment))
      if (enters) collect(element[segment], segments, from + 1, found)
    }
  } else if (isPlainObject(value)) collect(ownField(value, segment), segments, from + 1, found)
  else found.push(undefined)
}

/** An empty array among the values of a field: it sorts before null, and only an index or a sort asks. */
export const EMPTY_ARRAY = Symbol('empty array')

/**
 * The values under which a document is found in an index on `path`, or sorted by it: each element of an array,
 * `undefined` for what is missing. More than one value means that an array is on the way.
 */
export function indexedValues(document: unknown, segments: string[]): unknown[] {
  const values = valuesAt(document, segments)
  if (values.length === 1 && !Array.isArray(values[0])) return values
  const expanded = values.flatMap((value) => (Array.isArray(value) ? (value.length ? value : [EMPTY_ARRAY]) : [value]))
  return expanded.length ? expanded : [undefined]
}

/** Whether an array lies on the path or at its end, so that the path may stand for several values. */
export function meetsArray(document: unknown, segments: string[]): boolean {
  let value = document
  for (const segment of segments) {
    if (!isPlainObject(value)) return Array.isArray(value)
    value = ownField(value, segment)
  }
  return Array.isArray(value)
}
