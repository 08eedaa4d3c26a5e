import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * Does `work` while no other process does anything under the same lock; waits for its turn. The lock is SQLite's on a
 * file, which the system takes back from a process that dies: no lock outlives its holder.
 */
export async function underLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(dirname(path), { recursive: true })
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    for (;;) {
      try {
        database.exec('BEGIN EXCLUSIVE')
        break
      } catch (error) {
        if (!/locked|busy/.test((error as Error).message)) throw error
        await delay(200)
      }
    }
    return await work()
  } finally {
    database.close()
  }
}
