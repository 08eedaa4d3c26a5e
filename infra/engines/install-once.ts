import { createHash } from 'node:crypto'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { EngineName, Say } from './engine.ts'
import { FetchFailed, NotFetched } from './errors.ts'
import { underLock } from './lock.ts'

export type Recipe = {
  engine: EngineName
  version: string
  /** Everything the result depends on besides the version (a pom, a source): what changes is made anew. */
  ingredients: string[]
  /** Fills an empty folder. @throws FetchFailed when it is worth another try */
  make(folder: string): Promise<void>
}

const TRIES = 3
const exists = (path: string) => stat(path).then(Boolean, () => false)

/**
 * The folder of a recipe in the cache, made the first time. It appears whole or not at all, and two programs that want
 * it at once make it once.
 * @param patienceMs before another try
 * @throws NotFetched after three tries
 */
export async function installOnce(
  cache: string,
  { engine, version, ingredients, make }: Recipe,
  say: Say,
  patienceMs = 3_000,
): Promise<string> {
  const fingerprint = createHash('sha256').update(ingredients.join('\0')).digest('hex').slice(0, 8)
  const folder = join(cache, `${engine}-${version}-${fingerprint}`)
  if (await exists(folder)) return folder
  return underLock(`${folder}.lock`, async () => {
    if (await exists(folder)) return folder
    const started = performance.now()
    say(`fetching ${engine} ${version}…`)
    const making = `${folder}.making`
    for (let attempt = 1; ; attempt += 1) {
      await rm(making, { recursive: true, force: true })
      await mkdir(making, { recursive: true })
      try {
        await make(making)
        break
      } catch (error) {
        if (!(error instanceof FetchFailed)) throw error
        if (attempt === TRIES) throw new NotFetched(engine, error)
        say(`${engine}: try ${attempt} failed, once more in a moment`)
        await delay(patienceMs * attempt)
      }
    }
    await rename(making, folder)
    say(`fetched ${engine} ${version} in ${Math.round((performance.now() - started) / 1000)} s`)
    return folder
  })
}
