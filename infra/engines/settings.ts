import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEFAULT_BASE, type Ports, portsFrom } from './ports.ts'

export type EngineSettings = {
  ports: Ports
  /** Data, process ids and logs of this block. */
  data: string
  /** Downloads and builds, shared by all blocks and all clones of the repository. */
  cache: string
}

const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Out of `PMQ_ENGINES_PORT`, `PMQ_ENGINES_DATA` and `PMQ_ENGINES_CACHE`. @throws Error when the port is none */
export function engineSettings(env: Record<string, string | undefined> = process.env): EngineSettings {
  const base = Number(env.PMQ_ENGINES_PORT || DEFAULT_BASE)
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new Error(
      `PMQ_ENGINES_PORT is the first port of a block, between 1024 and 65500; it is "${env.PMQ_ENGINES_PORT}".`,
    )
  }
  return {
    ports: portsFrom(base),
    data: resolve(repository, env.PMQ_ENGINES_DATA || join('var', 'engines'), String(base)),
    cache: resolve(repository, env.PMQ_ENGINES_CACHE || join(homedir(), '.cache', 'midi-quercy', 'engines')),
  }
}
