import { badValue, unsupported } from '../command-error.ts'
import { type Document, isPlainObject } from '../values/document.ts'
import { compareKeys, orderKey } from '../values/order-key.ts'
import { compileExpression, type Variables } from './expression.ts'

/** Makes one value of what an expression gives for each document of a group (`undefined`: missing). */
type Reduce = (values: unknown[]) => unknown

const numbers = (values: unknown[]) => values.filter((value) => typeof value === 'number')
const sum = (values: unknown[]) => numbers(values).reduce((total, value) => total + value, 0)
const known = (values: unknown[]): unknown[] => values.filter((value) => value !== undefined && value !== null)

const extreme = (wins: (order: number) => boolean): Reduce => {
  const better = (best: unknown, value: unknown) => (wins(compareKeys(orderKey(value), orderKey(best))) ? value : best)
  return (values) => (known(values).length ? known(values).reduce(better) : null)
}

/** Those of `$group`, `$bucket` and `$sortByCount`; mingo's differ from MongoDB's on missing values. */
const accumulators: Record<string, Reduce> = {
  $sum: sum,
  $avg: (values) => (numbers(values).length ? sum(values) / numbers(values).length : null),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter((value) => value !== undefined),
  $addToSet: (values) => [
    ...new Map(values.filter((value) => value !== undefined).map((value) => [orderKey(value), value])).values(),
  ],
  $mergeObjects: (values) => Object.assign({}, ...values.filter(isPlainObject)),
  $count: (values) => values.length,
}

export type Accumulate = (documents: Document[]) => Document

/** Reads `{ total: { $sum: '$amount' }, … }`. */
export function compileAccumulators(fields: Document, variables: Variables): Accumulate {
  const compiled = Object.entries(fields).map(([name, spec]) => {
    const [operator, ...others] = isPlainObject(spec) ? Object.keys(spec) : []
    if (operator === undefined || others.length > 0)
      throw badValue(`The field '${name}' must have exactly one accumulator.`)
    const reduce = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
    if (!reduce) throw unsupported(`the accumulator ${operator}`)
    return { name, reduce, compute: compileExpression((spec as Document)[operator], variables) }
  })
  return (documents) =>
    Object.fromEntries(compiled.map(({ name, reduce, compute }) => [name, reduce(documents.map(compute))]))
}
