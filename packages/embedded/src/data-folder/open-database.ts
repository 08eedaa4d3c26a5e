import { DatabaseSync } from 'node:sqlite'

/**
 * Opens an engine's SQLite file: durable at each commit, and locked for this process alone. The system
 * releases the lock when the process ends, however it ends.
 * @throws Error with code `DATA_IN_USE` when another copy of the program has it open
 */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    database.exec('BEGIN IMMEDIATE; COMMIT') // takes the lock now, not at the first write
    return database
  } catch (error) {
    database.close()
    if (!/database is locked/.test((error as Error).message)) throw error
    throw Object.assign(new Error(`Another copy of the program uses ${path}.`), { code: 'DATA_IN_USE', cause: error })
  }
}

/** Runs `work` in one transaction: all of it is kept, or nothing. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
