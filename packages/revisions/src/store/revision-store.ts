import type { Aggregate, Collection, Database } from '@pmq/platform/documents'
import { type Difference, type Field, fieldDiff } from '../differences/index.ts'
import { createKeptRevisions } from './kept-revisions.ts'
import type { Revision, RevisionHead, Stamp } from './revision.ts'

export type Page = { page: number; perPage: number }
/** What changed in one aggregate since a moment. `from`: the version of that moment, `null` when it did not exist or is not known. */
export type ChangedSince = { aggregate: string; from: number | null; to: number; changes: RevisionHead[] }

export type RevisionStore<State extends Aggregate, Name extends string> = {
  /** The aggregates' collection, to be used for all writes: before a version is replaced or taken away, it is kept. */
  collection: Collection<State>
  /** The history of an aggregate, newest first; its present version is the first line. @param page from 1 */
  list(aggregate: string, page: Page): Promise<{ items: RevisionHead[]; total: number }>
  /** One version with its content, also of an aggregate that is deleted. */
  get(aggregate: string, version: number): Promise<Revision | undefined>
  /** What changed from one version to another, whichever came first; `undefined` when one of them is not there. */
  difference(aggregate: string, from: number, to: number): Promise<Difference<Name> | undefined>
  /** What others changed since my last visit, last changed first. Deleted aggregates are not in it. */
  changedSince(moment: Date, options?: { notBy?: string; limit?: number }): Promise<ChangedSince[]>
}

/** Lines a list may show at once. */
const mostLines = 100

/**
 * The revisions of a collection's aggregates, kept in a collection of their own.
 *
 * Version n is kept *before* version n + 1 replaces it; the present version is in the aggregate itself. A version never changes,
 * so keeping it is idempotent: a crash between the two writes leaves a copy of what is still there, and nothing else. There is
 * no moment at which a version is nowhere, and nothing to catch up with afterwards.
 *
 * @param name of the collection of revisions, for example `article-revisions`
 * @param options.of the aggregates; ids are given once
 * @param options.fields what is compared, in the order in which it is shown
 * @param options.stamp who made the present version, when and why: the aggregate says so in its own fields
 * @param options.changedAt the field of the aggregate that has the moment of `stamp`; it needs an index
 */
export function createRevisionStore<State extends Aggregate, Name extends keyof State & string>(
  database: Database,
  name: string,
  options: {
    of: Collection<State>
    fields: readonly Field<Name>[]
    stamp: (state: State) => Stamp
    changedAt: keyof State & string
  },
): RevisionStore<State, Name> {
  const { of, fields, stamp, changedAt } = options
  const kept = createKeptRevisions(database, name)

  /** The present version as a line of the history; what it changed is told against the version kept before. */
  async function revisionOf(state: State): Promise<Revision> {
    const { id, version, ...snapshot } = state
    const former = await kept.before(id, version)
    const { fields: changed, words } = fieldDiff(former?.snapshot, snapshot, fields)
    return { aggregate: id, version, ...stamp(state), changed: changed.map(({ name }) => name), words, snapshot }
  }

  /** A stale version is left to the collection to refuse: whoever was faster has kept what he replaced. */
  async function keep(id: string, expected: number): Promise<void> {
    const present = await of.get(id)
    if (present?.version === expected) await kept.keep(await revisionOf(present))
  }

  /** The aggregate is read first: what it has left behind by then is kept already. */
  async function get(aggregate: string, version: number): Promise<Revision | undefined> {
    const present = await of.get(aggregate)
    if (present?.version === version) return revisionOf(present)
    return !present || version < present.version ? kept.get(aggregate, version) : undefined
  }

  return {
    collection: {
      ...of,
      async commit(change, expected) {
        await keep(change.state.id, expected)
        return of.commit(change, expected)
      },
      async remove(change, expected) {
        await keep(change.state.id, expected)
        await of.remove(change, expected)
      },
    },
    get,
    async list(aggregate, { page, perPage }) {
      const present = await of.get(aggregate)
      const below = present?.version ?? Number.MAX_SAFE_INTEGER
      const limit = Math.min(Math.max(perPage, 1), mostLines)
      const skip = (Math.max(page, 1) - 1) * limit
      const first = present ? 1 : 0
      const shown = present && skip === 0 ? [headOf(await revisionOf(present))] : []
      const rest = limit - shown.length
      const [older, total] = await Promise.all([
        rest > 0 ? kept.heads(aggregate, { below, skip: Math.max(skip - first, 0), limit: rest }) : [],
        kept.count(aggregate, below),
      ])
      return { items: [...shown, ...older], total: total + first }
    },
    async difference(aggregate, from, to) {
      const [before, after] = await Promise.all([get(aggregate, from), get(aggregate, to)])
      return before && after && fieldDiff(before.snapshot, after.snapshot, fields)
    },
    async changedSince(moment, { notBy, limit = 50 } = {}) {
      const found = await of.find(
        { [changedAt]: { $gt: moment } },
        { sort: { [changedAt]: -1, _id: 1 }, limit: Math.min(limit, mostLines) },
      )
      const all = await Promise.all(
        found.map(async (present): Promise<ChangedSince> => {
          const [older, last] = await Promise.all([
            kept.heads(present.id, { below: present.version, since: moment, limit: mostLines }),
            kept.lastAt(present.id, moment, present.version),
          ])
          const changes = [headOf(await revisionOf(present)), ...older]
          return { aggregate: present.id, from: last ?? null, to: present.version, changes }
        }),
      )
      return all.filter(({ changes }) => notBy === undefined || changes.some(({ by }) => by !== notBy))
    },
  }
}

const headOf = ({ snapshot: _snapshot, ...head }: Revision): RevisionHead => head
