import { Long } from 'bson'

/** A BSON document as the `bson` package reads it: numbers, strings, dates, ObjectIds … are JavaScript values. */
export type Document = Record<string, unknown>

export function isPlainObject(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** The document's own field: a document may have a field called `constructor`, and must not inherit one. */
export function ownField(document: Document, name: string): unknown {
  return Object.hasOwn(document, name) ? document[name] : undefined
}

/** A copy whose objects and arrays can be changed; leaves are shared, since nothing here ever changes a leaf. */
export function copyOf<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(copyOf) as Value
  if (!isPlainObject(value)) return value
  const copy: Document = {}
  for (const name of Object.keys(value)) copy[name] = copyOf((value as Document)[name])
  return copy as Value
}

/** The single operator-like name of an object, or whether it has any: `{ $gt: 1 }` is an expression, `{ a: 1 }` a value. */
export function isOperatorObject(value: unknown): value is Document {
  if (!isPlainObject(value)) return false
  for (const name in value) return name.startsWith('$')
  return false
}

/** A whole number beyond those that JavaScript's numbers hold exactly. `bson`'s Timestamp is a Long too, but no number. */
export const isLong = (value: unknown): value is Long => value instanceof Long && String(value._bsontype) === 'Long'
