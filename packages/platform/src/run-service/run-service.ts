import { createServer } from 'node:http'
import express from 'express'
import { z } from 'zod'
import { ConfigError, loadConfig } from '../config/index.ts'
import { connectEngines, engineConfig } from '../engines/index.ts'
import { createHealth } from '../health/index.ts'
import { closeServer, followRequests, runUntilStopped } from '../lifecycle/index.ts'
import { createLog } from '../log/index.ts'
import { type Service, startService } from '../service/index.ts'

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
    const running = await startService(definition, engines)
    const health = createHealth(
      [{ name: 'documents', kind: 'external', needed: true, check: running.checkDocuments }, ...engines.checks],
      { clock: engines.clock },
    )

    const app = express().disable('x-powered-by')
    app.get('/health/live', (_request, response) => void response.json({ state: 'up' }))
    app.get('/health/ready', async (_request, response) => {
      const { ready, engines } = await health.report()
      response.status(ready ? 200 : 503).json({ state: ready ? 'up' : 'down', engines })
    })
    app.get(
      '/metrics',
      async (_request, response) => void response.type('text/plain').send(await engines.metrics.registry.metrics()),
    )
    app.get('/openapi.json', (_request, response) => void response.json(running.openapi))
    app.use(`/api/${definition.name}`, running.router)

    const server = followRequests(createServer(app))
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.PORT, resolve))
    log.info({ port: config.PORT }, 'up')
    await runUntilStopped(
      [
        {
          name: 'requests',
          stop() {
            health.drain()
            return closeServer(server)
          },
        },
        { name: definition.name, stop: running.stop },
        { name: 'engines', stop: engines.close },
      ],
      log,
    )
    process.exit(0)
  } catch (error) {
    if (error instanceof ConfigError) log.fatal(error.message)
    else log.fatal({ err: error }, 'could not start')
    process.exit(1)
  }
}
