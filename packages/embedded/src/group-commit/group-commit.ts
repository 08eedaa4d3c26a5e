import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../data-folder/index.ts'

/** Writes asked for in one turn of the event loop share one transaction, and so one flush to the disk. */
export type GroupCommit = {
  /**
   * Does `work` in the next transaction; resolves with its result when that is on the disk.
   * `work` may run twice (see below), so it must touch the database only.
   */
  run<Result>(work: () => Result): Promise<Result>
  /** Commits now what waits, before closing. */
  flush(): void
}

type Task = { work(): unknown; resolve(result: unknown): void; reject(error: unknown): void }

/** @param database used by nobody else for writing */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let waiting: Task[] = []

  const commit = (tasks: Task[]) => {
    try {
      const results = inTransaction(database, () => tasks.map((task) => task.work()))
      tasks.forEach((task, index) => {
        task.resolve(results[index])
      })
    } catch (error) {
      // Nothing was kept. One at a time, only the guilty one fails.
      if (tasks.length === 1) tasks[0]?.reject(withCode(error))
      else for (const task of tasks) commit([task])
    }
  }

  const flush = () => {
    const tasks = waiting
    waiting = []
    if (tasks.length > 0) commit(tasks)
  }

  return {
    run: <Result>(work: () => Result) =>
      new Promise<Result>((resolve, reject) => {
        // setImmediate: all messages that have already arrived are taken in before the flush.
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ work, resolve: resolve as Task['resolve'], reject })
      }),
    flush,
  }
}

const SQLITE_FULL = 13

/** A full disk has the same code as everywhere else in Node. */
function withCode(error: unknown): unknown {
  const full = (error as { errcode?: number }).errcode === SQLITE_FULL
  return full ? Object.assign(new Error('The disk is full.', { cause: error }), { code: 'ENOSPC' }) : error
}
