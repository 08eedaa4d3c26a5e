import { compileExpression, type Variables } from '../aggregate/expression.ts'
import { badValue, unsupported } from '../command-error.ts'
import { type Document, isOperatorObject, isPlainObject } from '../values/document.ts'
import { valuesAt } from './paths.ts'
import { asPattern } from './patterns.ts'
import { equals, matchesPattern, type Predicate, predicates, unknownPredicate } from './predicates.ts'

export type Filter = (document: unknown) => boolean

const everything: Filter = () => true

/**
 * Makes a test of a MongoDB filter. The whole filter is read at once, so that what is not supported is refused
 * even when no document is there.
 * @param variables what `$$name` stands for inside `$expr`
 */
export function compileFilter(filter: unknown, variables: Variables = {}): Filter {
  if (filter === undefined || filter === null) return everything
  if (!isPlainObject(filter)) throw badValue('A filter must be a document.')
  const tests = Object.entries(filter)
    .filter(([name]) => name !== '$comment')
    .map(([name, operand]) =>
      name.startsWith('$') ? combination(name, operand, variables) : field(name, operand, variables),
    )
  if (tests.length === 0) return everything
  if (tests.length === 1) return tests[0] as Filter
  return (document) => tests.every((test) => test(document))
}

function combination(operator: string, operand: unknown, variables: Variables): Filter {
  if (operator === '$expr') {
    const compute = compileExpression(operand, variables)
    return (document) => isTrue(compute(document))
  }
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor')
    throw unsupported(`the query operator ${operator}`)
  if (!Array.isArray(operand) || operand.length === 0) throw badValue(`${operator} needs a non-empty array.`)
  const tests = operand.map((filter) => {
    if (!isPlainObject(filter)) throw badValue(`${operator} needs documents.`)
    return compileFilter(filter, variables)
  })
  if (operator === '$and') return (document) => tests.every((test) => test(document))
  if (operator === '$or') return (document) => tests.some((test) => test(document))
  return (document) => !tests.some((test) => test(document))
}

/** Aggregation's truth: everything except false, 0, null and missing. */
const isTrue = (value: unknown) => value !== false && value !== 0 && value !== null && value !== undefined

function field(path: string, operand: unknown, variables: Variables): Filter {
  const segments = path.split('.')
  const holds = compileCondition(operand, variables)
  return (document) => holds(valuesAt(document, segments))
}

/** What stands behind a field: a value, a pattern, or operators that must all hold. */
export function compileCondition(operand: unknown, variables: Variables): Predicate {
  if (operand instanceof RegExp) return matchesPattern(asPattern(operand))
  if (!isOperatorObject(operand)) return equals(operand)
  const parts = Object.entries(operand)
    .filter(([operator]) => operator !== '$options')
    .map(([operator, value]) => condition(operator, value, operand, variables))
  if ('$options' in operand && !('$regex' in operand)) throw badValue('$options needs a $regex.')
  return parts.length === 1
    ? (parts[0] as Predicate)
    : (values, areElements) => parts.every((part) => part(values, areElements))
}

function condition(operator: string, operand: unknown, siblings: Document, variables: Variables): Predicate {
  switch (operator) {
    case '$regex':
      return matchesPattern(asPattern(operand, siblings.$options))
    case '$not':
      return negation(operand, variables)
    case '$elemMatch':
      return elementMatch(operand, variables)
    case '$all':
      return containsAll(operand, variables)
  }
  const make = Object.hasOwn(predicates, operator) ? predicates[operator] : undefined
  if (!make) throw unknownPredicate(operator)
  return make(operand)
}

function negation(operand: unknown, variables: Variables): Predicate {
  if (!(operand instanceof RegExp) && !isOperatorObject(operand)) throw badValue('$not needs operators or a pattern.')
  const holds = compileCondition(operand, variables)
  return (values, areElements) => !holds(values, areElements)
}

function elementMatch(operand: unknown, variables: Variables): Predicate {
  const holds = compileElement(operand, variables)
  return (values) => values.some((value) => Array.isArray(value) && value.some(holds))
}

/** A test of one array element: by operators on the element itself, or as a filter on the document that it is. */
export function compileElement(operand: unknown, variables: Variables = {}): Filter {
  if (!isPlainObject(operand)) throw badValue('$elemMatch needs a document.')
  const [first] = Object.keys(operand)
  const isLogic = first === '$and' || first === '$or' || first === '$nor' || first === '$expr'
  if (isOperatorObject(operand) && !isLogic) {
    const holds = compileCondition(operand, variables)
    return (element) => holds([element], true)
  }
  const matches = compileFilter(operand, variables)
  return (element) => (isPlainObject(element) || Array.isArray(element)) && matches(element)
}

function containsAll(operand: unknown, variables: Variables): Predicate {
  if (!Array.isArray(operand)) throw badValue('$all needs an array.')
  const parts = operand.map((item) =>
    isPlainObject(item) && '$elemMatch' in item ? elementMatch(item.$elemMatch, variables) : compileAllItem(item),
  )
  return (values, areElements) => parts.length > 0 && parts.every((part) => part(values, areElements))
}

const compileAllItem = (item: unknown): Predicate =>
  item instanceof RegExp ? matchesPattern(asPattern(item)) : equals(item)
