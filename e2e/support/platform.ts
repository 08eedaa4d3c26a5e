import { after, afterEach } from 'node:test'
import type { Site } from '@pmq/testing/sites'
import { form } from './form.ts'

export { type Site, siteHosts, sites } from '@pmq/testing/sites'

export type Platform = {
  port: number
  /** Address of each site, without a slash at the end. */
  urls: Record<Site, string>
  /** Origin of the identity provider. */
  providerUrl: string
  /** Of the embedded engines. */
  dataDir?: string
  /** Lines of the log at these levels. */
  logged(...levels: ('warn' | 'error' | 'fatal')[]): Promise<string[]>
  /** As Ctrl-C does it. @returns the exit code */
  stop(): Promise<number | null>
}

/** Only the form that is played is loaded. */
async function start(): Promise<Platform> {
  if (form === 'embedded') return (await import('./start-embedded.ts')).startEmbedded()
  return (await import('./start-on-engines.ts')).startOnEngines()
}

/** One platform for a whole test file, in the form that is played. */
export const platformForTests = async (): Promise<Platform> => watched(await start())

/**
 * Ends a platform with its test file. When a test fails, what the platform found worth a warning is shown; and a file
 * in which the platform logged an error has failed, for an error means that somebody must act.
 */
export function watched<One extends Platform>(platform: One): One {
  afterEach(async (context) => {
    if ('passed' in context && context.passed === false)
      for (const line of await platform.logged('warn', 'error', 'fatal')) context.diagnostic(line)
  })
  after(async () => {
    const errors = await platform.logged('error', 'fatal')
    const code = await platform.stop()
    if (errors.length > 0) throw new Error(`The platform logged errors:\n${errors.join('\n')}`)
    if (code !== 0) throw new Error(`The platform stopped with exit code ${code}`)
  })
  return platform
}
