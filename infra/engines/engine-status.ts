import { type EngineName, engineNames } from './engine.ts'
import { memoryOf } from './process-facts.ts'
import { engines } from './registry.ts'
import { type EngineSettings, engineSettings } from './settings.ts'
import { processOf } from './start-engines.ts'

export type EngineStatus = {
  name: EngineName
  title: string
  /** `silent`: its process runs but does not answer. */
  state: 'up' | 'silent' | 'down'
  pid?: number
  port: number
  /** Resident, in MiB. */
  memory?: number
}

/** How each engine of this block is, now. */
export async function engineStatus(
  names: readonly EngineName[] = engineNames,
  settings: EngineSettings = engineSettings(),
): Promise<EngineStatus[]> {
  return Promise.all(
    names.map(async (name): Promise<EngineStatus> => {
      const { title, ports, answers } = engines[name]
      const facts = { name, title, port: ports(settings.ports)[0] ?? 0 }
      const pid = await processOf(settings, name).pid()
      if (pid === undefined) return { ...facts, state: 'down' }
      const [up, memory] = await Promise.all([answers(settings.ports).catch(() => false), memoryOf(pid)])
      return { ...facts, state: up ? 'up' : 'silent', pid, ...(memory === undefined ? {} : { memory }) }
    }),
  )
}
