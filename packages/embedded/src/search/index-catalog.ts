import type { DatabaseSync } from 'node:sqlite'
import type { PlainDocument, PlainQuery } from '@pmq/platform/search'
import { inTransaction } from '../data-folder/index.ts'
import type { GroupCommit } from '../group-commit/index.ts'
import type { Change } from './document-writer.ts'
import { type IndexCopy, openIndexCopy } from './index-copy.ts'
import { type AnyDefinition, createCopyTables, dropCopyTables } from './search-schema.ts'

export type IndexCatalog = ReturnType<typeof openIndexCatalog>

type Copy = { number: number; copy: IndexCopy }
/** An index at work: its living copy and, during a rebuild, the fresh one beside it. */
type OpenIndex = { definition: AnyDefinition; live: Copy; fresh?: Copy }

/** Documents written in one transaction: searches wait for no more than that. */
const SLICE = 50
/** While an index is filled, fewer and larger transactions: a search may wait for a tenth of a second. */
const REBUILD_SLICE = 200
const REMEMBER_REMOVED_MS = 30 * 24 * 3_600_000

/** All indexes of one database. A copy that is not the living one is what a crash left of a rebuild: it is dropped here. */
export function openIndexCatalog(database: DatabaseSync, commits: GroupCommit) {
  database.exec(`
    CREATE TABLE IF NOT EXISTS copies (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL,
      version INTEGER NOT NULL, fields TEXT NOT NULL, live INTEGER NOT NULL)`)
  const sql = {
    dead: database.prepare('SELECT number FROM copies WHERE live = 0'),
    live: database.prepare('SELECT number, version, fields FROM copies WHERE name = ? AND live = 1'),
    create: database.prepare('INSERT INTO copies (name, version, fields, live) VALUES (?, ?, ?, ?) RETURNING number'),
    delete: database.prepare('DELETE FROM copies WHERE number = ?'),
    swap: database.prepare('UPDATE copies SET live = (number = ?2) WHERE number IN (?1, ?2)'),
  }
  // The last row id that `run` gives back may be one of FTS5's own, beyond safe integers (document-writer.ts).
  for (const statement of [sql.delete, sql.swap]) statement.setReadBigInts(true)
  const drop = (number: number) => {
    dropCopyTables(database, number)
    sql.delete.run(number)
  }
  const create = ({ name, version, fields }: AnyDefinition, live: boolean): number => {
    const number = Number(sql.create.get(name, version, JSON.stringify(fields), live ? 1 : 0)?.number)
    createCopyTables(database, number, fields)
    return number
  }
  const opened = (number: number, definition: AnyDefinition): Copy => {
    const copy = openIndexCopy(database, number, definition)
    copy.forgetRemoved(Date.now() - REMEMBER_REMOVED_MS)
    return { number, copy }
  }
  inTransaction(database, () => {
    for (const { number } of sql.dead.all()) drop(Number(number))
  })

  const indexes = new Map<string, OpenIndex>()
  const indexOf = (name: string): OpenIndex => {
    const index = indexes.get(name)
    if (!index) throw new Error(`The search index "${name}" is not open.`)
    return index
  }
  const freshOf = (name: string): Copy => {
    const { fresh } = indexOf(name)
    if (!fresh) throw new Error(`The search index "${name}" is not being rebuilt.`)
    return fresh
  }
  /** Both copies during a rebuild: looked up when the write is made, not when it was asked for. */
  const copiesOf = (name: string, onlyFresh: boolean): IndexCopy[] => {
    if (onlyFresh) return [freshOf(name).copy]
    const { live, fresh } = indexOf(name)
    return fresh ? [live.copy, fresh.copy] : [live.copy]
  }
  const write = async (copies: () => IndexCopy[], change: (copy: IndexCopy) => Change[]) => {
    const changes = await commits.run(() => copies().map((copy) => ({ copy, made: change(copy) })))
    for (const { copy, made } of changes) copy.apply(made)
  }

  return {
    /** Opens an index; a new version of it begins empty. */
    open(definition: AnyDefinition): void {
      const { name, version, fields } = definition
      const row = sql.live.get(name)
      const stored = row && { number: Number(row.number), version: Number(row.version), fields: String(row.fields) }
      if (stored?.version === version && stored.fields !== JSON.stringify(fields)) {
        const message = `The fields of the search index "${name}" changed: give it a new version, and rebuild it.`
        throw Object.assign(new Error(message), { code: 'SEARCH_FIELDS_CHANGED' })
      }
      if (stored?.version === version && indexes.has(name)) return
      const number = inTransaction(database, () => {
        if (stored?.version === version) return stored.number
        if (stored) drop(stored.number)
        return create(definition, true)
      })
      indexes.set(name, { definition, live: opened(number, definition) })
    },

    async put(name: string, documents: PlainDocument[], onlyFresh: boolean): Promise<void> {
      const { copy } = indexOf(name).live
      const size = onlyFresh ? REBUILD_SLICE : SLICE
      for (let start = 0; start < documents.length; start += size) {
        const prepared = documents.slice(start, start + size).map(copy.prepare)
        await write(
          () => copiesOf(name, onlyFresh),
          (target) => target.put(prepared),
        )
      }
    },

    remove: (name: string, id: string, version: number, onlyFresh: boolean): Promise<void> =>
      write(
        () => copiesOf(name, onlyFresh),
        (target) => target.remove(id, version, Date.now()),
      ),

    search: (name: string, query: PlainQuery) => indexOf(name).live.copy.search(query),
    suggest: (name: string, prefix: string, limit: number, query: PlainQuery) =>
      indexOf(name).live.copy.suggest(prefix, limit, query),
    count: (name: string): number => indexOf(name).live.copy.count(),

    beginRebuild(name: string): void {
      const index = indexOf(name)
      if (index.fresh) throw new Error(`The search index "${name}" is already being rebuilt.`)
      const number = inTransaction(database, () => create(index.definition, false))
      index.fresh = opened(number, index.definition)
    },

    /** Puts the fresh copy in the place of the living one. What was removed stays remembered. */
    async finishRebuild(name: string): Promise<void> {
      const { definition, live } = indexOf(name)
      const fresh = freshOf(name)
      await commits.run(() => {
        database.exec(`
          INSERT INTO docs_${fresh.number} (id, version, removed_at)
          SELECT id, version, removed_at FROM docs_${live.number} WHERE removed_at IS NOT NULL ON CONFLICT DO NOTHING`)
        sql.swap.run(live.number, fresh.number)
      })
      indexes.set(name, { definition, live: fresh })
      // Only now: writes of the same transaction still went to both.
      await commits.run(() => drop(live.number))
    },

    async abandonRebuild(name: string): Promise<void> {
      const index = indexOf(name)
      const { fresh } = index
      if (!fresh) return
      delete index.fresh
      await commits.run(() => drop(fresh.number))
    },
  }
}
