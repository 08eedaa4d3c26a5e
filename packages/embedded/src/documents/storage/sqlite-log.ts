import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
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

const FORMAT_VERSION = 1
const APPLICATION_ID = 0x706d7164 // "pmqd"

const failure = (code: string, message: string) => Object.assign(new Error(message), { code })

/**
 * Opens, or creates, the file of the documents, for this process alone.
 * @param maxPages limit of the file in pages of 4 KiB, beyond which commits fail as on a full disk
 * @throws `DATA_IN_USE` when another process has the file open, `DATA_TOO_NEW` when a newer version wrote it
 */
export function openSqliteLog(file: string, { maxPages }: { maxPages?: number } = {}): SqliteLog {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    prepareFile(database, file)
    if (maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${maxPages}`)
    return createLog(database)
  } catch (error) {
    database.close()
    const isBusy = [5, 261].includes((error as { errcode?: number }).errcode ?? 0)
    throw isBusy ? failure('DATA_IN_USE', `Another process is using the documents in ${file}.`) : error
  }
}

function prepareFile(database: DatabaseSync, file: string) {
  // Two engines on one file would each trust their own memory: the lock is taken now and kept until the end.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  if (version > FORMAT_VERSION)
    throw failure(
      'DATA_TOO_NEW',
      `The documents in ${file} have format ${version}; this version reads up to format ${FORMAT_VERSION}. Start a newer version, or use another data folder.`,
    )
  // FULL waits for the disk at each commit; fullfsync makes macOS wait for the platter too.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; BEGIN EXCLUSIVE')
  database.exec(`
    CREATE TABLE IF NOT EXISTS collection (number INTEGER PRIMARY KEY, namespace TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS document (sequence INTEGER PRIMARY KEY, collection INTEGER NOT NULL, body BLOB NOT NULL);
    PRAGMA application_id = ${APPLICATION_ID};
    PRAGMA user_version = ${FORMAT_VERSION};
    COMMIT`)
}

function createLog(database: DatabaseSync): SqliteLog {
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
    commit(entries) {
      database.exec('BEGIN')
      try {
        for (const entry of entries) write(entry)
        database.exec('COMMIT')
      } catch (error) {
        // SQLite itself rolls back after some errors (disk full, input/output): a second ROLLBACK would fail.
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
    },
    close: () => database.close(),
  }
}
