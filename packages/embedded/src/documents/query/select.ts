import type { Variables } from '../aggregate/expression.ts'
import type { Collection } from '../storage/collection.ts'
import type { StoredDocument } from '../storage/document-index.ts'
import { type Constraints, constraintsOf } from './constraints.ts'
import { compileFilter, type Filter } from './filter.ts'
import { type Plan, plansFor } from './plan.ts'
import { scanPlan, sortStored } from './scan-plan.ts'
import type { SortField } from './sort.ts'

export type Query = {
  filter?: unknown
  sort?: SortField[]
  skip?: number
  /** 0 or absent: no limit. */
  limit?: number
  variables?: Variables
}

/** The documents of a query, in order. To be read to the end before the collection changes. */
export function select(collection: Collection | undefined, query: Query): Iterable<StoredDocument> {
  const matches = compileFilter(query.filter, query.variables)
  if (!collection) return []
  const { skip = 0, limit = 0 } = query
  return slice(matching(collection, query, matches), skip, limit || Number.POSITIVE_INFINITY)
}

/** How many documents a query has; from the index alone where it knows the answer. */
export function count(collection: Collection | undefined, query: Query): number {
  const matches = compileFilter(query.filter, query.variables)
  if (!collection) return 0
  const constraints = constraintsOf(query.filter)
  const { skip = 0, limit = 0 } = query
  const total =
    countFromIndex(collection, constraints) ?? countEach(matching(collection, { filter: query.filter }, matches))
  return Math.min(Math.max(0, total - skip), limit || Number.POSITIVE_INFINITY)
}

function countFromIndex(collection: Collection, constraints: Constraints): number | undefined {
  if (constraints.isComplete && constraints.fields.size === 0) return collection.size
  return plansFor(collection.indexes(), constraints, []).find(({ isExact }) => isExact)?.entries
}

function countEach(items: Iterable<unknown>): number {
  let total = 0
  for (const _ of items) total++
  return total
}

function matching(collection: Collection, query: Query, matches: Filter): Iterable<StoredDocument> {
  const { filter, sort = [] } = query
  const constraints = constraintsOf(filter)
  const ids = constraints.fields.get('_id')?.points
  if (ids) return sortIfNeeded(matchingOf(byIds(collection, ids), matches), sort)
  const plan = bestPlan(collection, plansFor(collection.indexes(), constraints, sort), query)
  if (!plan) return sortIfNeeded(matchingOf(collection.all(), matches), sort)
  const found = scanPlan(plan, sort)
  const kept = plan.isExact ? found : matchingOf(found, matches)
  return plan.order === 'none' ? sortIfNeeded(kept, sort) : kept
}

function* byIds(collection: Collection, keys: string[]): Iterable<StoredDocument> {
  for (const key of keys) {
    const stored = collection.byIdKey(key)
    if (stored) yield stored
  }
}

function* matchingOf(candidates: Iterable<StoredDocument>, matches: Filter): Iterable<StoredDocument> {
  for (const stored of candidates) if (matches(stored.document)) yield stored
}

const sortIfNeeded = (found: Iterable<StoredDocument>, sort: SortField[]) =>
  sort.length ? sortStored([...found], sort) : found

function* slice<Item>(items: Iterable<Item>, skip: number, limit: number): Iterable<Item> {
  let position = 0
  for (const item of items) {
    if (position >= skip) yield item
    if (++position - skip >= limit) return
  }
}

/** What a look at a document by way of an index costs, where reading one after the other costs 1. */
const INDEX_LOOK = 2

/**
 * The plan that should cost the least, or none if reading everything is cheaper. A plan that gives the order may
 * stop at the limit, the sooner the more of what it reads matches.
 */
function bestPlan(collection: Collection, plans: Plan[], { sort = [], skip = 0, limit = 0 }: Query): Plan | undefined {
  const needed = limit ? skip + limit : Number.POSITIVE_INFINITY
  const likelyMatches = Math.max(1, Math.min(collection.size, ...plans.map(({ entries }) => entries)))
  const costOf = (entries: number, isOrdered: boolean, isExact: boolean) => {
    if (!isOrdered) return entries * 2 // to be read, then sorted
    return Math.min(entries, isExact ? needed : needed * 2 * (entries / likelyMatches))
  }
  let best: Plan | undefined
  let least = costOf(collection.size, sort.length === 0, false)
  for (const plan of plans) {
    const isOrdered = sort.length === 0 || plan.order !== 'none'
    const cost = costOf(plan.entries, isOrdered, plan.isExact) * INDEX_LOOK
    if (cost >= least) continue
    best = plan
    least = cost
  }
  return best
}
