import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePorts } from '@pmq/testing/free-ports'
import { enginesOf, type Processes, startProcesses } from '@pmq/testing/processes'
import { replicas } from './form.ts'
import type { Platform } from './platform.ts'

/** The platform, and its processes for the tests that end them. */
export type PlatformOnEngines = Platform & { processes: Processes }

/** Pages wait longer than people would: eight programs may be starting on two slow cores. How soon things must be seen is asserted. */
const patient = { API_PATIENCE_MS: '20000', UPSTREAM_TIMEOUT_MS: '60000' }

/** A clean end takes ten seconds at most (quality bar 4). */
const stopMs = 10_000

/**
 * Starts every program as a process of its own on the engines that the environment names, emptied and with the first contents.
 * @param env more settings for the programs
 */
export async function startOnEngines(env: Record<string, string> = {}): Promise<PlatformOnEngines> {
  const engines = enginesOf(process.env)
  const logDir = await mkdtemp(join(tmpdir(), 'pmq-e2e-'))
  const port = await freePorts(4 * (replicas + 1))
  const processes = await startProcesses({ engines, replicas, logDir, port, fresh: true, env: { ...patient, ...env } })
  return {
    port,
    urls: processes.urls,
    providerUrl: new URL(engines.OIDC_ISSUER ?? '').origin,
    processes,
    logged: async (...levels) => processes.logged(...levels),
    async stop() {
      const unclean = (await processes.stop()).filter(({ code, ms }) => code !== 0 || ms > stopMs)
      for (const { name, replica, code, signal, ms } of unclean)
        process.stderr.write(`${name} ${replica} ended with ${code ?? signal} after ${ms} ms\n`)
      await rm(logDir, { recursive: true, force: true })
      return unclean.length === 0 ? 0 : 1
    },
  }
}
