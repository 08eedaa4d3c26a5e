import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { StartProblem } from './start-problem.ts'

const patienceMs = 6_000

/**
 * Makes sure that only one copy works on a data folder. The lock is the operating system's, on a file: it goes with the
 * process, however that ends. A copy that is just stopping is waited for.
 * @returns how to let go
 */
export async function lockData(dataDir: string): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true })
  const until = Date.now() + patienceMs
  for (;;) {
    const file = new DatabaseSync(join(dataDir, 'lock.sqlite'))
    try {
      file.exec(
        'PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS lock(pid INTEGER); DELETE FROM lock',
      )
      file.prepare('INSERT INTO lock VALUES (?)').run(process.pid)
      // COMMIT keeps an exclusive lock in this locking mode, until the file is closed.
      file.exec('COMMIT')
      return () => file.close()
    } catch (error) {
      file.close()
      if ((error as { errcode?: number }).errcode !== 5) throw error
      if (Date.now() > until) {
        throw new StartProblem(
          `Une autre copie de la plateforme utilise déjà les données de ${dataDir}.\nArrêtez-la d’abord, ou choisissez un autre dossier avec PMQ_DATA. (Another copy is running.)`,
        )
      }
      await delay(200)
    }
  }
}
