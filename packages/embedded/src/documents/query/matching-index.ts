import { type Document, isPlainObject } from '../values/document.ts'
import { compileFilter } from './filter.ts'

/**
 * The position of the first element of the array at `path` that the filter is about: what `$` means in an update
 * and in a projection. With several conditions on the array, an element that satisfies them all is preferred.
 * @returns -1 when the filter says nothing about this array, or no element matches
 */
export function matchingIndex(filter: unknown, path: string, array: unknown[]): number {
  const conditions = conditionsOn(filter, path)
  const [first] = conditions
  if (first === undefined) return -1
  const indexOf = (chosen: Document[]) => {
    const matches = compileFilter({ $and: chosen })
    return array.findIndex((element) => matches(nested(path.split('.'), [element])))
  }
  const index = indexOf(conditions)
  return index === -1 ? indexOf([first]) : index
}

/** The filter's conditions on the array or on fields of its elements. */
function conditionsOn(filter: unknown, path: string): Document[] {
  if (!isPlainObject(filter)) return []
  return Object.entries(filter).flatMap(([name, operand]) => {
    if (name === '$and') return (operand as Document[]).flatMap((part) => conditionsOn(part, path))
    return name === path || name.startsWith(`${path}.`) ? [{ [name]: operand }] : []
  })
}

function nested(segments: string[], value: unknown): unknown {
  return segments.reduceRight<unknown>((inner, segment) => ({ [segment]: inner }), value)
}
