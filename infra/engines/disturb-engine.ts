import { setTimeout as delay } from 'node:timers/promises'
import type { EngineName } from './engine.ts'
import { engineSettings } from './settings.ts'
import { processOf } from './start-engines.ts'

const processHere = (name: EngineName) => processOf(engineSettings(), name)

async function send(name: EngineName, signal: NodeJS.Signals): Promise<void> {
  if (!(await processHere(name).signal(signal))) throw new Error(`The engine ${name} does not run here.`)
}

/** Ends an engine without a warning (SIGKILL), and resolves when it is gone; `startEngines` brings it back on its data. */
export async function killEngine(name: EngineName): Promise<void> {
  await send(name, 'SIGKILL')
  while ((await processHere(name).pid()) !== undefined) await delay(20)
}

/** Its connections stay open and nothing answers any more (SIGSTOP). */
export const pauseEngine = (name: EngineName): Promise<void> => send(name, 'SIGSTOP')

export const resumeEngine = (name: EngineName): Promise<void> => send(name, 'SIGCONT')
