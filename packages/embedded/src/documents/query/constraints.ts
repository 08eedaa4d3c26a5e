import { isOperatorObject, isPlainObject } from '../values/document.ts'
import { orderKey } from '../values/order-key.ts'

/** An end of a range of values, by key. */
export type Limit = { key: string; inclusive: boolean }

/** What a filter requires of one field, as far as an index can use it. All documents that match satisfy it. */
export type Constraint = {
  /** Keys of which one must be the value's. */
  points?: string[]
  lower?: Limit
  upper?: Limit
}

export type Constraints = {
  fields: Map<string, Constraint>
  /** Whether the constraints say all that the filter says, so that nothing needs to be looked at but the index. */
  isComplete: boolean
}

const LIMITS: Record<string, { end: 'lower' | 'upper'; inclusive: boolean }> = {
  $gt: { end: 'lower', inclusive: false },
  $gte: { end: 'lower', inclusive: true },
  $lt: { end: 'upper', inclusive: false },
  $lte: { end: 'upper', inclusive: true },
}

/** Reads what an index can use out of a filter that `compileFilter` has accepted. */
export function constraintsOf(filter: unknown): Constraints {
  const constraints: Constraints = { fields: new Map(), isComplete: true }
  gather(filter, constraints)
  return constraints
}

function gather(filter: unknown, constraints: Constraints) {
  if (!isPlainObject(filter)) return
  for (const [name, operand] of Object.entries(filter)) {
    if (name === '$and') for (const part of operand as unknown[]) gather(part, constraints)
    else if (name.startsWith('$')) constraints.isComplete = false
    else if (!isOperatorObject(operand)) constrain(constraints, name, '$eq', operand)
    else for (const [operator, value] of Object.entries(operand)) constrain(constraints, name, operator, value)
  }
}

function constrain(constraints: Constraints, path: string, operator: string, operand: unknown) {
  const constraint = constraints.fields.get(path) ?? {}
  const added = constraintBy(operator, operand)
  // A second constraint on the same end is left to the filter itself: a superset of the matches is enough.
  const isNew = added !== undefined && Object.keys(added).every((part) => !(part in constraint))
  if (isNew) constraints.fields.set(path, { ...constraint, ...added })
  else constraints.isComplete = false
}

function constraintBy(operator: string, operand: unknown): Constraint | undefined {
  if (operator === '$eq') return isValue(operand) ? { points: [orderKey(operand)] } : undefined
  if (operator === '$in') {
    const items = operand as unknown[]
    return items.every(isValue) ? { points: [...new Set(items.map(orderKey))] } : undefined
  }
  const limit = Object.hasOwn(LIMITS, operator) ? LIMITS[operator] : undefined
  if (!limit || operand === null || Number.isNaN(operand) || !isValue(operand)) return undefined
  return { [limit.end]: { key: orderKey(operand), inclusive: limit.inclusive } }
}

/** Patterns stand for many values, and an index holds the elements of an array, not the array. */
const isValue = (operand: unknown) => !(operand instanceof RegExp) && !Array.isArray(operand)
