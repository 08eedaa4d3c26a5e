import { keysFrom } from '../storage/document-index.ts'
import type { KeyRange } from '../storage/sorted-keys.ts'
import { reversedKey, typeOfKey } from '../values/order-key.ts'
import type { Constraint } from './constraints.ts'
import type { SortField } from './sort.ts'

/**
 * The entries of an index whose first fields have the keys in `prefix`, and whose next field satisfies the
 * constraint's limits, which are of one type.
 */
export function rangeWithin(prefix: string, field: SortField, { lower, upper }: Constraint): KeyRange {
  const type = typeOfKey((lower ?? upper)?.key ?? '')
  const [first, last] = field.descending ? [upper, lower] : [lower, upper]
  const keyOf = (key: string) => prefix + (field.descending ? reversedKey(key) : key)
  const start = first ? keyOf(first.key) : keyOf(type)
  const end = last ? keyOf(last.key) : keyOf(type)
  return {
    from: first && !first.inclusive ? keysFrom(start).to : start,
    to: last ? (last.inclusive ? keysFrom(end).to : end) : successor(end),
  }
}

/** The least key greater than all that begin with this one, which ends with the character of a type. */
const successor = (key: string) => key.slice(0, -1) + String.fromCharCode(key.charCodeAt(key.length - 1) + 1)
