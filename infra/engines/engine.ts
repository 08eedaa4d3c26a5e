import type { EngineSettings } from './settings.ts'

export const engineNames = ['kafka', 'keycloak', 'opensearch', 'mongodb', 's3', 'minio', 'mail', 'toxiproxy'] as const
export type EngineName = (typeof engineNames)[number]

/** Told while an engine is fetched or started: one short line. */
export type Say = (line: string) => void

/** What to run. The process has to stay in the foreground: it is the one that we remember and stop. */
export type Launch = { command: string; args: string[]; env?: Record<string, string> }

/** One engine: where it comes from, how it starts, when it answers. */
export type Engine = {
  name: EngineName
  /** With its version, as a log would name it. */
  title: string
  /** Everything it listens on; refused when taken by somebody else. */
  ports(ports: EngineSettings['ports']): number[]
  /** Fetches or builds what is missing in the cache. @returns the folder in the cache */
  install(settings: EngineSettings, say: Say): Promise<string>
  /** Writes its configuration into its own folder, if any, and tells what to run. */
  launch(installed: string, folder: string, ports: EngineSettings['ports']): Promise<Launch>
  /** Whether it gives a real answer of its protocol. May reject: that is no answer. */
  answers(ports: EngineSettings['ports']): Promise<boolean>
  /** What is set up in it once it answers; idempotent, for it is done at every `up`. */
  settle?(settings: EngineSettings, say: Say): Promise<void>
  startWithinMs: number
}
