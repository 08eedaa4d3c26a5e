import { closeSync, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
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
  /** Writes everything or nothing; the entries survive a crash of this process, and of the machine once `sync` has come back. */
  commit(entries: LogEntry[]): void
  /** Resolves when the disk has all that was committed before the call, without holding up the thread. */
  sync(): Promise<void>
  close(): void
}

const syncData = promisify(fdatasync)

/**
 * Keeps documents in a SQLite file that nobody else writes to. Closing the log closes the file.
 * @param database a file in WAL mode (`openDatabase` of the data folder)
 */
export function createSqliteLog(database: DatabaseSync): SqliteLog {
  // Commits append to the write-ahead log, whose flush SQLite would wait for inside COMMIT; NORMAL leaves it to `sync`.
  // It still flushes that log before it moves pages out of it, and what it has moved them to.
  database.exec('PRAGMA synchronous = NORMAL')
  database.exec(`
    CREATE TABLE IF NOT EXISTS collection (number INTEGER PRIMARY KEY, namespace TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS document (sequence INTEGER PRIMARY KEY, collection INTEGER NOT NULL, body BLOB NOT NULL)`)
  const writeAheadLog = openSync(`${database.location()}-wal`, 'r+')
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
    sync: () => syncData(writeAheadLog),
    close() {
      closeSync(writeAheadLog)
      database.close() // moves everything into the main file, and flushes it
    },
  }
}
