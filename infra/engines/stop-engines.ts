import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type EngineName, engineNames, type Say } from './engine.ts'
import { underLock } from './lock.ts'
import { type EngineSettings, engineSettings } from './settings.ts'
import { processOf } from './start-engines.ts'

const PATIENCE = 20_000 // milliseconds that an engine may take to end by itself

export type StopOptions = {
  /** Removes their data, too. */
  wipe?: boolean
  log?: Say
  settings?: EngineSettings
}

/** Ends engines of this block, side by side; those that do not run are no error. Processes of others are never touched. */
export async function stopEngines(
  names: readonly EngineName[] = engineNames,
  options: StopOptions = {},
): Promise<void> {
  const { wipe = false, log, settings = engineSettings() } = options
  await Promise.all(
    names.map((name) =>
      underLock(join(settings.data, `${name}.lock`), async () => {
        const stopped = await processOf(settings, name).stop(PATIENCE)
        if (wipe) await rm(join(settings.data, name), { recursive: true, force: true })
        if (stopped || wipe) log?.(`${name}: ${stopped ? 'stopped' : 'was not running'}${wipe ? ', data removed' : ''}`)
      }),
    ),
  )
}
