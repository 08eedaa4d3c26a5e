import { createServer } from 'node:http'
import { z } from 'zod'
import { ConfigError, loadConfig } from '../config/index.ts'
import { checkDocuments } from '../documents/index.ts'
import { connectEngines, engineConfig } from '../engines/index.ts'
import { createHealth } from '../health/index.ts'
import { closeServer, followRequests, runUntilStopped } from '../lifecycle/index.ts'
import { createLog } from '../log/index.ts'
import { type RunningService, type Service, startService } from '../service/index.ts'
import { serviceApp } from './service-app.ts'
import { startWhenPossible } from './start-when-possible.ts'

const serviceConfig = engineConfig.extend({ PORT: z.coerce.number().int().min(1).max(65_535) })

/** The whole `main.ts` of a service: alone in its process, on the engines that the environment names, until it is told to stop. */
export async function runService(
  definition: Service,
  env: Record<string, string | undefined> = process.env,
): Promise<void> {
  const log = createLog(definition.name, env.LOG_LEVEL ? { level: env.LOG_LEVEL } : {})
  try {
    const config = loadConfig(serviceConfig, env)
    const engines = connectEngines(definition.name, config, log)
    let running: RunningService | undefined
    const documents = () => (running ? running.checkDocuments() : checkDocuments(config.MONGODB_URI))
    const health = createHealth(
      [{ name: 'documents', kind: 'external', needed: true, check: documents }, ...engines.checks],
      { clock: engines.clock },
    )
    const app = serviceApp({ name: definition.name, health, metrics: engines.metrics, running: () => running })
    const server = followRequests(createServer(app))
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, resolve))

    const stopping = new AbortController()
    const starting = startWhenPossible(() => startService(definition, engines), { log, signal: stopping.signal })
    const failed = starting.then(
      (started) => {
        running = started
        log.info({ port: config.PORT }, 'up')
        return new Promise<never>(() => undefined)
      },
      (error) => {
        if (!stopping.signal.aborted) throw error
      },
    )
    const requests = {
      name: 'requests',
      stop() {
        stopping.abort()
        health.drain()
        return closeServer(server, { graceMs: 1_000 })
      },
    }
    const itself = { name: definition.name, stop: async () => running?.stop() }
    const stopped = runUntilStopped([requests, itself, { name: 'engines', stop: engines.close }], log)
    await Promise.race([stopped, failed.then(() => stopped)])
    process.exit(0)
  } catch (error) {
    if (error instanceof ConfigError) log.fatal(error.message)
    else log.fatal({ err: error }, 'could not start')
    process.exit(1)
  }
}
