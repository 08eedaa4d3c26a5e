import { Context, evalExpr } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as mingoExpressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import type { Any, ExpressionOperator, Options } from 'mingo/types'
import { badValue, CommandError, unsupported } from '../command-error.ts'
import { type Document, isPlainObject, ownField } from '../values/document.ts'
import { compareKeys, orderKey } from '../values/order-key.ts'

/** What `$$name` stands for: the `let` of a `$lookup`. */
export type Variables = Document
export type Expression = (document: unknown) => unknown

const refused = new Set(['$function', '$toDecimal', '$toHashedIndexKey'])

/** Aggregation compares values of all types, and a missing field is less than null (mingo compares like a filter). */
function comparison(accepts: (order: number) => unknown): ExpressionOperator {
  return (document: Any, operands: Any, options: Options) => {
    const [left, right] = evalExpr(document, operands, options) as unknown[]
    return accepts(compareKeys(keyOf(left), keyOf(right)))
  }
}
const keyOf = (value: unknown) => (value === undefined ? '' : orderKey(value))

const comparisons = {
  $cmp: comparison((order) => order),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
}

const { $sum, $avg, $min, $max } = accumulators
const expressions = Object.fromEntries(
  Object.entries({ ...mingoExpressions, ...comparisons }).filter(
    ([name]) => name.startsWith('$') && !refused.has(name),
  ),
) as Record<string, ExpressionOperator>
const { $project, $addFields, $replaceRoot, $replaceWith, $set, $unset } = stages

/** mingo computes expressions, and the stages that only compute new documents; scripts are off. */
export const mingoOptions = (variables: Variables): Options => ({
  idKey: '_id',
  processingMode: 1, // copy what comes in: some stages write into the documents that they get
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  variables,
  context,
})
const context = Context.init({
  expression: expressions,
  accumulator: { $sum, $avg, $min, $max },
  pipeline: { $project, $addFields, $replaceRoot, $replaceWith, $set, $unset },
})

/** Makes a function of an expression; constants and fields, the most frequent by far, do without mingo. */
export function compileExpression(expression: unknown, variables: Variables = {}): Expression {
  assertExpression(expression)
  if (typeof expression !== 'object' && !(typeof expression === 'string' && expression.startsWith('$')))
    return () => expression
  if (expression === null) return () => null
  const options = mingoOptions(variables)
  const field = typeof expression === 'string' ? /^\$([^$.]+)$/.exec(expression)?.[1] : undefined
  if (field) return (document) => (isPlainObject(document) ? ownField(document, field) : undefined)
  return (document) => attempt(() => evalExpr(document, expression, options))
}

/** Runs mingo; its errors become the client's. */
export function attempt<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw badValue((error as Error).message)
  }
}

/** Refuses operators that are not known, by name, even when no document would ever reach them. */
export function assertExpression(expression: unknown): void {
  if (Array.isArray(expression)) for (const item of expression) assertExpression(item)
  if (!isPlainObject(expression)) return
  for (const [name, operand] of Object.entries(expression)) {
    if (name === '$literal') continue
    if (name.startsWith('$') && !Object.hasOwn(expressions, name) && !expressionAccumulators.has(name))
      throw unsupported(`the expression operator ${name}`)
    assertExpression(operand)
  }
}
const expressionAccumulators = new Set(['$sum', '$avg', '$min', '$max'])
