import { countIn } from '../arguments.ts'
import { count, type Query, select } from '../query/select.ts'
import { parseSort } from '../query/sort.ts'
import type { Collection } from '../storage/collection.ts'
import type { Document } from '../values/document.ts'
import { sameValue } from '../values/same-value.ts'
import type { Variables } from './expression.ts'
import { compilePipeline, stagesOf } from './pipeline.ts'

/** Runs a pipeline on a collection. Its first stages become a query, which the indexes can serve. */
export function runAggregation(
  collection: Collection | undefined,
  pipeline: unknown,
  collectionNamed: (name: string) => Collection | undefined,
  variables: Variables = {},
): Document[] {
  const stages = stagesOf(pipeline)
  const { query, used } = leadingQuery(stages, variables)
  const rest = (pipeline as Document[]).slice(used)
  const run = compilePipeline(rest, {
    variables,
    aggregate: (name, joined, bound) => runAggregation(collectionNamed(name), joined, collectionNamed, bound),
  })
  if (isCounting(rest)) {
    const n = count(collection, query)
    return n > 0 ? [{ _id: 1, n }] : []
  }
  return [...run(documentsOf(collection, query))]
}

function* documentsOf(collection: Collection | undefined, query: Query): Iterable<Document> {
  for (const { document } of select(collection, query)) yield document
}

/** As many of `$match`, `$sort`, `$skip` and `$limit`, in this order, as the pipeline begins with. */
function leadingQuery(stages: { name: string; spec: unknown }[], variables: Variables): { query: Query; used: number } {
  const query: Query = { variables }
  let used = 0
  const take = (name: string, apply: (spec: unknown) => void) => {
    const stage = stages[used]
    if (stage?.name !== name) return
    apply(stage.spec)
    used++
  }
  take('$match', (filter) => {
    query.filter = filter
  })
  take('$sort', (sort) => {
    query.sort = parseSort(sort)
  })
  take('$skip', (skip) => {
    query.skip = countIn(skip, '$skip')
  })
  if (stages[used]?.spec !== 0)
    take('$limit', (limit) => {
      query.limit = countIn(limit, '$limit')
    })
  return { query, used }
}

/** What the driver makes of `countDocuments`. */
const isCounting = (stages: Document[]) => sameValue(stages, [{ $group: { _id: 1, n: { $sum: 1 } } }])
