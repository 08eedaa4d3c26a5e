import { refuseOthers } from '../arguments.ts'
import { badValue } from '../command-error.ts'
import type { Document } from '../values/document.ts'
import { compareKeys, orderKey } from '../values/order-key.ts'
import { compileAccumulators } from './accumulators.ts'
import { compileExpression } from './expression.ts'
import type { MakeStage } from './stage.ts'

/** Groups by the order key of an expression; groups come in the order of their first document. */
export const $group: MakeStage = (spec, { variables }) => {
  const { _id, ...fields } = spec as Document
  if (_id === undefined) throw badValue('$group needs an _id.')
  const keyOf = compileExpression(_id, variables)
  const accumulate = compileAccumulators(fields, variables)
  return function* (documents) {
    const groups = new Map<string, { id: unknown; members: Document[] }>()
    for (const document of documents) {
      const id = keyOf(document) ?? null
      const key = orderKey(id)
      const group = groups.get(key)
      if (group) group.members.push(document)
      else groups.set(key, { id, members: [document] })
    }
    for (const { id, members } of groups.values()) yield { _id: id, ...accumulate(members) }
  }
}

export const $sortByCount: MakeStage = (expression, scope) => {
  const group = $group({ _id: expression, count: { $sum: 1 } }, scope)
  return (documents) => [...group(documents)].sort((a, b) => Number(b.count) - Number(a.count))
}

/** Groups by the boundaries between which an expression lies: from each one, to the next excluded. */
export const $bucket: MakeStage = (spec, { variables }) => {
  const { groupBy, boundaries, default: otherwise, output = { count: { $sum: 1 } }, ...others } = spec as Document
  refuseOthers('$bucket', others, [])
  if (!Array.isArray(boundaries) || boundaries.length < 2) throw badValue('$bucket needs at least two boundaries.')
  const keys = boundaries.map(orderKey)
  if (keys.some((key, i) => i > 0 && compareKeys(keys[i - 1] as string, key) >= 0))
    throw badValue('The boundaries of $bucket must be in ascending order.')
  const bucketKeyOf = compileExpression(groupBy, variables)
  const accumulate = compileAccumulators(output as Document, variables)

  return function* (documents) {
    const buckets = new Map<number, Document[]>()
    for (const document of documents) {
      const key = orderKey(bucketKeyOf(document))
      const next = keys.findIndex((boundary) => key < boundary)
      const bucket = next > 0 ? next - 1 : keys.length
      if (bucket === keys.length && otherwise === undefined)
        throw badValue('$bucket found a value outside its boundaries, and has no default.')
      const members = buckets.get(bucket)
      if (members) members.push(document)
      else buckets.set(bucket, [document])
    }
    for (const [bucket, members] of [...buckets].sort(([a], [b]) => a - b))
      yield { _id: bucket === keys.length ? otherwise : boundaries[bucket], ...accumulate(members) }
  }
}
