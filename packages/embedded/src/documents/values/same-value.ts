import { ObjectId } from 'bson'
import { isPlainObject, ownField } from './document.ts'
import { orderKey } from './order-key.ts'

/** Whether two stored values are the same to the last detail, the order of fields included. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Number.isNaN(a) && Number.isNaN(b)
  if (a instanceof ObjectId) return b instanceof ObjectId && a.equals(b)
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime()
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => sameValue(value, b[index]))
  if (!isPlainObject(a)) return !isPlainObject(b) && !Array.isArray(b) && orderKey(a) === orderKey(b)
  if (!isPlainObject(b)) return false
  const names = Object.keys(a)
  const otherNames = Object.keys(b)
  return (
    names.length === otherNames.length &&
    names.every((name, index) => name === otherNames[index] && sameValue(a[name], ownField(b, name)))
  )
}
