import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../data-folder/index.ts'
import type { IndexDefinition } from './document-index.ts'

/** What a commit writes. A document is a row under its sequence number, which is also the order of insertion. */
export type LogEntry =
  | { kind: 'put'; collection: number; sequence: number; body: Uint8Array }
  | { kind: 'delete'; sequence: number }
  | { kind: 'define'; number: number; namespace: string; indexes: IndexDefinition[] }
  | { kind: 'drop'; number: number }

export type SqliteLog = {
  collections(): { number: number; namespace: string; indexes: IndexDefinition[] }[]
  /** All documents in the order of their insertion. */
  documents(): Iterable<{ sequence: number; collection: number; body: Uint8Array }>
  /** Writes everything or nothing; when it returns, the entries survive a crash of the machine. */
  commit(entries: LogEntry[]): void
  close(): void
}

/**
 * Keeps documents in a SQLite file that nobody else writes to. Closing the log closes the file.
 * @param database waits for the disk at each commit (`openDatabase` of the data folder)
 */
export function createSqliteLog(database: DatabaseSync): SqliteLog {
  database.exec(`
    CREATE TABLE IF NOT EXISTS collection (number INTEGER PRIMARY KEY, namespace TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS document (sequence INTEGER PRIMARY KEY, collection INTEGER NOT NULL, body BLOB NOT NULL)`)
  const put = database.prepare('INSERT OR REPLACE INTO document (sequence, collection, body) VALUES (?, ?, ?)')
  const remove = database.prepare('DELETE FROM document WHERE sequence = ?')
  const define = database.prepare('INSERT OR REPLACE INTO collection (number, namespace, indexes) VALUES (?, ?, ?)')
  const drop = database.prepare('DELETE FROM collection WHERE number = ?')

  function write(entry: LogEntry) {
    if (entry.kind === 'put') put.run(entry.sequence, entry.collection, entry.body)
    else if (entry.kind === 'delete') remove.run(entry.sequence)
    else if (entry.kind === 'define') define.run(entry.number, entry.namespace, JSON.stringify(entry.indexes))
    else drop.run(entry.number)
  }

  return {
    collections: () =>
      database
        .prepare('SELECT number, namespace, indexes FROM collection')
        .all()
        .map(({ number, namespace, indexes }) => ({
          number: Number(number),
          namespace: String(namespace),
          indexes: JSON.parse(String(indexes)),
        })),
    *documents() {
      const rows = database.prepare('SELECT sequence, collection, body FROM document ORDER BY sequence').iterate()
      for (const { sequence, collection, body } of rows)
        yield { sequence: Number(sequence), collection: Number(collection), body: body as Uint8Array }
    },
    commit: (entries) => inTransaction(database, () => entries.forEach(write)),
    close: () => database.close(),
  }
}
