import { type DocumentIndex, isMultikey, type StoredDocument } from '../storage/document-index.ts'
import type { Plan } from './plan.ts'
import { type SortField, sortDocuments } from './sort.ts'

/** The documents that a plan leads to, each once, in the plan's order; what matches must still be found among them. */
export function scanPlan(plan: Plan, sort: SortField[]): Iterable<StoredDocument> {
  if (plan.order === 'groups') return sortedGroups(plan, sort)
  if (isMultikey(plan.index)) return withoutRepetition(entriesOf(plan))
  return storedOf(entriesOf(plan))
}

/** `rank` orders the entries: equal ranks are equal in all fields that the plan does not fix. */
type Entry = [rank: string, stored: StoredDocument]

function entriesOf({ index, ranges, order, backwards }: Plan): Iterable<Entry> {
  const [only] = ranges
  if (only && ranges.length === 1) return index.entries.scan(only.range, backwards)
  return order === 'none' ? inTurn(index, ranges) : merged(index, ranges, backwards)
}

function* inTurn(index: DocumentIndex, ranges: Plan['ranges']): Iterable<Entry> {
  for (const { range } of ranges) yield* index.entries.scan(range)
}

/** Several ranges as if they were one, ordered by what follows their prefixes; the ranges are few. */
function* merged(index: DocumentIndex, ranges: Plan['ranges'], backwards: boolean): Iterable<Entry> {
  const heads = ranges.map(({ prefix, range }) => {
    const entries = index.entries.scan(range, backwards)[Symbol.iterator]()
    const read = (): Entry | undefined => {
      const { done, value } = entries.next()
      return done ? undefined : [value[0].slice(prefix.length), value[1]]
    }
    return { read, entry: read() }
  })
  for (;;) {
    let next: { read(): Entry | undefined; entry: Entry } | undefined
    for (const head of heads) {
      if (!head.entry) continue
      const isSooner = !next || (backwards ? head.entry[0] > next.entry[0] : head.entry[0] < next.entry[0])
      if (isSooner) next = head as NonNullable<typeof next>
    }
    if (!next) return
    yield next.entry
    Object.assign(next, { entry: next.read() })
  }
}

function* storedOf(entries: Iterable<Entry>): Iterable<StoredDocument> {
  for (const [, stored] of entries) yield stored
}

function* withoutRepetition(entries: Iterable<Entry>): Iterable<StoredDocument> {
  const seen = new Set<StoredDocument>()
  for (const [, stored] of entries) {
    if (seen.has(stored)) continue
    seen.add(stored)
    yield stored
  }
}

function* sortedGroups(plan: Plan, sort: SortField[]): Iterable<StoredDocument> {
  let group: StoredDocument[] = []
  let groupRank: string | undefined
  for (const [rank, stored] of entriesOf(plan)) {
    if (rank !== groupRank) {
      yield* sortStored(group, sort)
      group = []
      groupRank = rank
    }
    group.push(stored)
  }
  yield* sortStored(group, sort)
}

export const sortStored = (stored: StoredDocument[], sort: SortField[]) =>
  sortDocuments(stored, sort, ({ document }) => document)
