import { refuseOthers } from '../arguments.ts'
import { badValue } from '../command-error.ts'
import { indexedValues } from '../query/paths.ts'
import { type Document, isPlainObject } from '../values/document.ts'
import { compileExpression } from './expression.ts'
import type { MakeStage } from './stage.ts'

/**
 * Joins another collection: by equal fields (through its indexes), by a pipeline that sees the document through
 * `let`, or both.
 */
export const $lookup: MakeStage = (spec, scope) => {
  if (!isPlainObject(spec)) throw badValue('$lookup needs a document.')
  refuseOthers('$lookup', spec, ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'])
  const { from, as, localField, foreignField, let: bindings = {}, pipeline = [] } = spec
  if (typeof from !== 'string' || typeof as !== 'string' || as.includes('.'))
    throw badValue("$lookup needs 'from' and 'as', names without dots.")
  if ((localField === undefined) !== (foreignField === undefined))
    throw badValue("$lookup needs both 'localField' and 'foreignField', or none of them.")
  if (!Array.isArray(pipeline)) throw badValue("The 'pipeline' of $lookup must be an array.")
  const computed = Object.entries(bindings as Document).map(([name, expression]) => ({
    name,
    compute: compileExpression(expression, scope.variables),
  }))

  const matching = (document: Document) => {
    if (typeof localField !== 'string' || typeof foreignField !== 'string') return []
    const values = indexedValues(document, localField.split('.')).filter((value) => typeof value !== 'symbol')
    return [{ $match: { [foreignField]: { $in: values.map((value) => value ?? null) } } }]
  }

  return function* (documents) {
    for (const document of documents) {
      const bound = Object.fromEntries(computed.map(({ name, compute }) => [name, compute(document) ?? null]))
      const variables = { ...scope.variables, ...bound }
      const joined = scope.aggregate(from, [...matching(document), ...pipeline], variables)
      yield { ...document, [as]: joined }
    }
  }
}
