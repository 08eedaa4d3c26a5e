import { badValue, unsupported } from '../command-error.ts'
import { compileCondition, compileFilter } from '../query/filter.ts'
import { parseSort, sortDocuments } from '../query/sort.ts'
import { type Document, isOperatorObject, isPlainObject } from '../values/document.ts'
import { compareKeys, orderKey } from '../values/order-key.ts'
import type { FieldOperator, UpdateContext } from './field-operators.ts'

function arrayAt(current: unknown, operator: string, { path }: UpdateContext): unknown[] {
  if (!Array.isArray(current)) throw badValue(`Cannot apply ${operator} to the field '${path}', which is not an array.`)
  return current
}

const push: FieldOperator = (current, operand, context) => {
  const array = arrayAt(current ?? [], '$push', context)
  if (!isPlainObject(operand) || !('$each' in operand)) return [...array, operand]
  const { $each, $position, $sort, $slice, ...others } = operand
  refuseModifiers('$push', others)
  if (!Array.isArray($each)) throw badValue(`The $each of $push must be an array ('${context.path}').`)
  const at = $position === undefined ? array.length : whole($position, '$position')
  const inserted = [...array]
  inserted.splice(at, 0, ...$each)
  return slice($sort === undefined ? inserted : sortElements(inserted, $sort), $slice)
}

function refuseModifiers(operator: string, others: Document) {
  const [name] = Object.keys(others)
  if (name !== undefined) throw unsupported(`the modifier ${name} of ${operator}`)
}

function whole(value: unknown, name: string): number {
  if (!Number.isInteger(value)) throw badValue(`The value of ${name} must be a whole number.`)
  return value as number
}

function slice(array: unknown[], limit: unknown): unknown[] {
  if (limit === undefined) return array
  const count = whole(limit, '$slice')
  return count < 0 ? array.slice(count) : array.slice(0, count)
}

function sortElements(array: unknown[], sort: unknown): unknown[] {
  if (sort !== 1 && sort !== -1) return sortDocuments(array, parseSort(sort))
  const sorted = array
    .map((value) => ({ value, key: orderKey(value) }))
    .sort((a, b) => compareKeys(a.key, b.key) * sort)
  return sorted.map(({ value }) => value)
}

const addToSet: FieldOperator = (current, operand, context) => {
  const array = arrayAt(current ?? [], '$addToSet', context)
  let added: unknown[] = [operand]
  if (isPlainObject(operand) && '$each' in operand) {
    const { $each, ...others } = operand
    refuseModifiers('$addToSet', others)
    if (!Array.isArray($each)) throw badValue(`The $each of $addToSet must be an array ('${context.path}').`)
    added = $each
  }
  const known = new Set(array.map(orderKey))
  const isNew = (value: unknown) => {
    const key = orderKey(value)
    return !known.has(key) && known.add(key)
  }
  return [...array, ...added.filter(isNew)]
}

const pop: FieldOperator = (current, operand, context) => {
  if (current === undefined) return undefined
  const array = arrayAt(current, '$pop', context)
  if (operand !== 1 && operand !== -1) throw badValue('$pop needs 1 or -1.')
  return operand === 1 ? array.slice(0, -1) : array.slice(1)
}

const pull: FieldOperator = (current, operand, context) => {
  if (current === undefined) return undefined
  const isPulled = compilePull(operand)
  return arrayAt(current, '$pull', context).filter((element) => !isPulled(element))
}

/** A document in `$pull` is a filter on the elements, operators and patterns are a condition, the rest a value. */
function compilePull(operand: unknown): (element: unknown) => boolean {
  if (isPlainObject(operand) && !isOperatorObject(operand)) {
    const matches = compileFilter(operand)
    return (element) => isPlainObject(element) && matches(element)
  }
  if (isOperatorObject(operand) || operand instanceof RegExp) {
    const holds = compileCondition(operand, {})
    return (element) => holds([element])
  }
  const key = orderKey(operand)
  return (element) => orderKey(element) === key
}

const pullAll: FieldOperator = (current, operand, context) => {
  if (current === undefined) return undefined
  if (!Array.isArray(operand)) throw badValue('$pullAll needs an array.')
  const keys = new Set(operand.map(orderKey))
  return arrayAt(current, '$pullAll', context).filter((element) => !keys.has(orderKey(element)))
}

export const arrayOperators: Record<string, FieldOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
