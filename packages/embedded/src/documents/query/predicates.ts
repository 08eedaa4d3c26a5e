import { ObjectId } from 'bson'
import { badValue, unsupported } from '../command-error.ts'
import { isLong } from '../values/document.ts'
import { compareKeys, orderKey, typeOfKey } from '../values/order-key.ts'
import { asPattern } from './patterns.ts'
import { bsonTypeTest } from './type-names.ts'

/**
 * Says whether the values that `valuesAt` found satisfy a condition.
 * @param areElements the values are what they are: an array among them is not looked into (in `$elemMatch`)
 */
export type Predicate = (values: unknown[], areElements?: boolean) => boolean
type Test = (value: unknown) => boolean

/** True when a value passes, or an element of it when it is an array. */
const someValue =
  (test: Test): Predicate =>
  (values, areElements = false) =>
    values.some((value) => test(value) || (!areElements && Array.isArray(value) && value.some(test)))

const not =
  (predicate: Predicate): Predicate =>
  (values, areElements) =>
    !predicate(values, areElements)

export function equalTo(operand: unknown): Test {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand
  if (operand instanceof ObjectId) return (value) => value instanceof ObjectId && value.equals(operand)
  const key = orderKey(operand)
  if (typeof operand === 'number')
    return (value) => (typeof value === 'number' ? value === operand || orderKey(value) === key : sameKey(value, key))
  return (value) => sameKey(value, key)
}

const sameKey = (value: unknown, key: string) => typeof value === 'object' && value !== null && orderKey(value) === key

/** Compares only values of the operand's own type, as MongoDB's filters do ("type bracketing"). */
function comparison(operand: unknown, accepts: (order: number) => boolean): Test {
  if (Number.isNaN(operand)) return (value) => Number.isNaN(value) && accepts(0)
  const key = orderKey(operand)
  const byKey = (value: unknown) => {
    const valueKey = orderKey(value)
    return typeOfKey(valueKey) === typeOfKey(key) && accepts(compareKeys(valueKey, key))
  }
  if (typeof operand === 'string') return (value) => typeof value === 'string' && byKey(value)
  if (operand instanceof Date) return (value) => value instanceof Date && accepts(value.getTime() - operand.getTime())
  if (typeof operand === 'number')
    return (value) => {
      if (typeof value === 'number') return !Number.isNaN(value) && accepts(value - operand)
      return isLong(value) && byKey(value)
    }
  return byKey
}

export const equals = (operand: unknown) => someValue(equalTo(operand))

export function matchesPattern(pattern: RegExp): Predicate {
  const key = orderKey(pattern)
  return someValue((value) => (typeof value === 'string' ? pattern.test(value) : sameKey(value, key)))
}

function isOneOf(operand: unknown): Predicate {
  if (!Array.isArray(operand)) throw badValue('$in and $nin need an array.')
  const patterns = operand.filter((item) => item instanceof RegExp).map((item) => matchesPattern(asPattern(item)))
  const plain = operand.filter((item) => !(item instanceof RegExp))
  const keys = new Set(plain.map(orderKey))
  const isListed = someValue((value) => keys.has(orderKey(value)))
  return (values, areElements) =>
    (keys.size > 0 && isListed(values, areElements)) || patterns.some((matches) => matches(values, areElements))
}

function hasSize(operand: unknown): Predicate {
  if (!Number.isInteger(operand) || (operand as number) < 0) throw badValue('$size needs a whole number ≥ 0.')
  return (values) => values.some((value) => Array.isArray(value) && value.length === operand)
}

function hasRemainder(operand: unknown): Predicate {
  const [divisor, remainder] = Array.isArray(operand) && operand.length === 2 ? operand : []
  if (!divisor || typeof divisor !== 'number' || typeof remainder !== 'number')
    throw badValue('$mod needs [divisor, remainder], the divisor not 0.')
  return someValue(
    (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder),
  )
}

function exists(operand: unknown): Predicate {
  const present: Predicate = (values) => values.some((value) => value !== undefined)
  return operand ? present : not(present)
}

function hasType(operand: unknown): Predicate {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(bsonTypeTest)
  return someValue((value) => tests.some((test) => test(value)))
}

/** The operators of one field; those that hold other conditions ($not, $elemMatch, $all) are in `conditions.ts`. */
export const predicates: Record<string, (operand: unknown) => Predicate> = {
  $eq: (operand) => (operand instanceof RegExp ? matchesPattern(asPattern(operand)) : equals(operand)),
  $ne: (operand) => {
    if (operand instanceof RegExp) throw badValue("Can't have a regular expression as argument of $ne.")
    return not(equals(operand))
  },
  $gt: (operand) => someValue(comparison(operand, (order) => order > 0)),
  $gte: (operand) => someValue(comparison(operand, (order) => order >= 0)),
  $lt: (operand) => someValue(comparison(operand, (order) => order < 0)),
  $lte: (operand) => someValue(comparison(operand, (order) => order <= 0)),
  $in: isOneOf,
  $nin: (operand) => not(isOneOf(operand)),
  $exists: exists,
  $size: hasSize,
  $mod: hasRemainder,
  $type: hasType,
}

export const unknownPredicate = (name: string) => unsupported(`the query operator ${name}`)
