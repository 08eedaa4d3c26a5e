import { Aggregator } from 'mingo/aggregator'
import { countIn } from '../arguments.ts'
import { badValue, unsupported } from '../command-error.ts'
import { compileFilter } from '../query/filter.ts'
import { parseSort, sortDocuments } from '../query/sort.ts'
import { isPlainObject } from '../values/document.ts'
import { assertExpression, attempt, mingoOptions } from './expression.ts'
import { $bucket, $group, $sortByCount } from './group.ts'
import { $lookup } from './lookup.ts'
import type { MakeStage, Scope, Stage } from './stage.ts'
import { $unwind } from './unwind.ts'

/** Reads a whole pipeline, so that a stage that is not supported is refused even when no document reaches it. */
export function compilePipeline(pipeline: unknown, scope: Scope): Stage {
  const made = stagesOf(pipeline).map(({ name, spec }) => {
    const make = Object.hasOwn(stages, name) ? stages[name] : undefined
    if (!make) throw unsupported(`the aggregation stage ${name}`)
    return make(spec, scope)
  })
  return (documents) => made.reduce((flow, stage) => stage(flow), documents)
}

export function stagesOf(pipeline: unknown): { name: string; spec: unknown }[] {
  if (!Array.isArray(pipeline)) throw badValue('A pipeline must be an array of stages.')
  return pipeline.map((stage) => {
    const [name, ...others] = isPlainObject(stage) ? Object.keys(stage) : []
    if (name === undefined || others.length > 0) throw badValue('A pipeline stage must have exactly one field.')
    return { name, spec: stage[name] }
  })
}

const $match: MakeStage = (spec, { variables }) => {
  const matches = compileFilter(spec, variables)
  return function* (documents) {
    for (const document of documents) if (matches(document)) yield document
  }
}

const $sort: MakeStage = (spec) => {
  const sort = parseSort(spec)
  return (documents) => sortDocuments([...documents], sort)
}

const $skip: MakeStage = (spec) => {
  const skipped = countIn(spec, '$skip')
  return function* (documents) {
    let position = 0
    for (const document of documents) if (position++ >= skipped) yield document
  }
}

const $limit: MakeStage = (spec) => {
  const limit = countIn(spec, '$limit')
  if (limit === 0) throw badValue('$limit must be a whole number ≥ 1.')
  return function* (documents) {
    let taken = 0
    for (const document of documents) {
      yield document
      if (++taken === limit) return
    }
  }
}

const $count: MakeStage = (spec) => {
  if (typeof spec !== 'string' || spec === '' || /[$.]/.test(spec)) throw badValue('$count needs the name of a field.')
  return function* (documents) {
    const count = [...documents].length
    if (count > 0) yield { [spec]: count }
  }
}

const $facet: MakeStage = (spec, scope) => {
  if (!isPlainObject(spec)) throw badValue('$facet needs a document of pipelines.')
  const facets = Object.entries(spec).map(([name, pipeline]) => ({ name, run: compilePipeline(pipeline, scope) }))
  return function* (documents) {
    const all = [...documents]
    yield Object.fromEntries(facets.map(({ name, run }) => [name, [...run(all)]]))
  }
}

const $lookupChecked: MakeStage = (spec, scope) => {
  if (isPlainObject(spec) && spec.pipeline !== undefined) compilePipeline(spec.pipeline, scope)
  return $lookup(spec, scope)
}

/** The stages that only compute new documents are mingo's. */
function computedByMingo(name: string): MakeStage {
  return (spec, { variables }) => {
    assertExpression(spec)
    const aggregator = attempt(() => new Aggregator([{ [name]: spec }], mingoOptions(variables)))
    return (documents) => attempt(() => aggregator.run([...documents]))
  }
}

const stages: Record<string, MakeStage> = {
  $match,
  $sort,
  $skip,
  $limit,
  $count,
  $facet,
  $group,
  $sortByCount,
  $bucket,
  $unwind,
  $lookup: $lookupChecked,
  $project: computedByMingo('$project'),
  $addFields: computedByMingo('$addFields'),
  $set: computedByMingo('$set'),
  $unset: computedByMingo('$unset'),
  $replaceRoot: computedByMingo('$replaceRoot'),
  $replaceWith: computedByMingo('$replaceWith'),
}
