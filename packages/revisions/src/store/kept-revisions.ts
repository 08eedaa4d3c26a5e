import type { Aggregate, Database } from '@pmq/platform/documents'
import { type Revision, type RevisionHead, revision } from './revision.ts'

/** A revision as it is stored: a document that is written once. `version` is the document's own, always 1. */
type KeptRevision = Aggregate & Omit<Revision, 'version'> & { revision: number }

const headFields = ['aggregate', 'revision', 'at', 'by', 'comment', 'changed', 'words'] as const
const newestFirst = { revision: -1 } as const

/** The versions that were replaced. */
export function createKeptRevisions(database: Database, name: string) {
  const rows = database.collection<KeptRevision>(
    name,
    {
      aggregate: { type: String, required: true },
      revision: { type: Number, required: true },
      at: { type: Date, required: true },
      by: { type: String, default: '' },
      comment: { type: String, default: '' },
      changed: { type: [String], default: [] },
      words: { type: {}, required: true },
      snapshot: { type: {}, required: true },
    },
    [{ fields: { aggregate: 1, revision: -1 }, unique: true }],
  )
  const idOf = (aggregate: string, version: number) => `${aggregate}@${version}`

  return {
    /** Repeated, it keeps what was kept. */
    async keep(given: Revision): Promise<void> {
      const { version, ...rest } = revision.parse(given)
      const id = idOf(rest.aggregate, version)
      if ((await rows.count({ _id: id })) === 0)
        await rows.insert({ state: { id, version: 1, revision: version, ...rest } })
    },
    async get(aggregate: string, version: number): Promise<Revision | undefined> {
      const row = await rows.get(idOf(aggregate, version))
      return row && revisionOf(row)
    },
    /** The newest one below a version. */
    async before(aggregate: string, version: number): Promise<Revision | undefined> {
      const [row] = await rows.find({ aggregate, revision: { $lt: version } }, { sort: newestFirst, limit: 1 })
      return row && revisionOf(row)
    },
    /** Lines below a version, newest first, without their contents. @param since only those made after this moment */
    async heads(
      aggregate: string,
      { below, since, ...page }: { below: number; since?: Date; skip?: number; limit: number },
    ): Promise<RevisionHead[]> {
      const filter = { aggregate, revision: { $lt: below }, ...(since ? { at: { $gt: since } } : {}) }
      const found = await rows.findOnly(headFields, filter, { sort: newestFirst, ...page })
      return found.map(({ aggregate, revision, at, by, comment, changed, words }) => ({
        aggregate,
        version: revision,
        at,
        by,
        comment,
        changed,
        words,
      }))
    },
    /** The version that stood at a moment, if it was replaced since. */
    async lastAt(aggregate: string, moment: Date, below: number): Promise<number | undefined> {
      const filter = { aggregate, revision: { $lt: below }, at: { $lte: moment } }
      const [row] = await rows.findOnly(['revision'], filter, { sort: newestFirst, limit: 1 })
      return row?.revision
    },
    count: (aggregate: string, below: number) => rows.count({ aggregate, revision: { $lt: below } }),
  }
}

const revisionOf = ({ id: _id, version: _version, revision, ...rest }: KeptRevision): Revision => ({
  ...rest,
  version: revision,
})
