import { badValue, typeMismatch, unsupported } from '../command-error.ts'
import { isPlainObject } from '../values/document.ts'
import { compareKeys, orderKey } from '../values/order-key.ts'
import { arrayOperators } from './array-operators.ts'

/**
 * Gives a field's new value from its current one (`undefined`: missing). The answer `undefined` leaves a missing
 * field missing, and removes one that is there.
 */
export type FieldOperator = (current: unknown, operand: unknown, context: UpdateContext) => unknown
export type UpdateContext = { path: string; now: Date }

const arithmetic =
  (name: string, compute: (current: number, operand: number) => number): FieldOperator =>
  (current, operand, { path }) => {
    if (typeof operand !== 'number') throw typeMismatch(`Cannot ${name} with a value that is not a number: '${path}'.`)
    if (current !== undefined && typeof current !== 'number')
      throw typeMismatch(`Cannot apply ${name} to the field '${path}', which is not a number.`)
    const result = compute(current ?? 0, operand)
    if (Number.isInteger(current ?? 0) && Number.isInteger(operand) && !Number.isSafeInteger(result))
      throw badValue(`${name} of '${path}' would leave the whole numbers that are exact.`)
    return result
  }

const extreme =
  (wins: (order: number) => boolean): FieldOperator =>
  (current, operand) =>
    current === undefined || wins(compareKeys(orderKey(operand), orderKey(current))) ? operand : current

const currentDate: FieldOperator = (_current, operand, { now, path }) => {
  const isDate = operand === true || (isPlainObject(operand) && operand.$type === 'date')
  if (!isDate) throw unsupported(`$currentDate of another type than date ('${path}')`)
  return now
}

/** All update operators but `$rename` and `$setOnInsert`, which are read in `apply-update.ts`. */
export const fieldOperators: Record<string, FieldOperator> = {
  $set: (_current, operand) => operand,
  $unset: () => undefined,
  $inc: arithmetic('$inc', (current, operand) => current + operand),
  $mul: arithmetic('$mul', (current, operand) => current * operand),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $currentDate: currentDate,
  ...arrayOperators,
}

/** Those that find nothing to do where the field, or the way to it, is missing. */
export const neverCreates = new Set(['$unset', '$pull', '$pullAll', '$pop'])
