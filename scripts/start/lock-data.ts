import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { openDataFolder } from '@pmq/embedded/data-folder'
import { StartProblem } from './start-problem.ts'

/** The version of the folder as a whole: which engines there are, where they keep what. Engines have their own. */
const format = 1

/**
 * Makes sure that only one copy works on a data folder, and that this one understands it. The lock is the operating system's,
 * on a file: it goes with the process, however that ends. A copy that is just stopping is waited for.
 * @param url where this copy will answer, for others to say
 * @returns how to let go
 * @throws StartProblem when another copy works there; Error with code `DATA_TOO_NEW`
 */
export async function lockData(
  dataDir: string,
  { url, patienceMs = 6_000 }: { url: string; patienceMs?: number },
): Promise<() => void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 }) // what people entrust to us is in there
  const lock = await takeLock(dataDir, patienceMs)
  try {
    await openDataFolder(dataDir, 'platform', format)
    const running = join(dataDir, 'running.json')
    writeFileSync(running, JSON.stringify({ pid: process.pid, url }))
    return () => {
      rmSync(running, { force: true })
      lock.close()
    }
  } catch (error) {
    lock.close()
    throw error
  }
}

async function takeLock(dataDir: string, patienceMs: number): Promise<DatabaseSync> {
  const until = Date.now() + patienceMs
  for (;;) {
    const file = new DatabaseSync(join(dataDir, 'lock.sqlite'))
    try {
      file.exec('BEGIN EXCLUSIVE') // and nothing else: the open transaction is the lock
      return file
    } catch (error) {
      file.close()
      if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error
      if (Date.now() > until) throw anotherCopy(dataDir)
      await delay(200)
    }
  }
}

const sqliteBusy = 5

function anotherCopy(dataDir: string): StartProblem {
  return new StartProblem(
    `Une autre copie de la plateforme utilise déjà les données de ${dataDir}${whichOne(dataDir)}.\nArrêtez-la d’abord, ou choisissez un autre dossier avec PMQ_DATA. (Another copy is running.)`,
  )
}

function whichOne(dataDir: string): string {
  try {
    const { pid, url } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number; url: string }
    return `\u00a0: ${url}, processus ${pid}`
  } catch {
    return '' // it has just begun, or is just ending
  }
}
