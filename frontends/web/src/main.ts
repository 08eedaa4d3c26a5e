import { createServer } from 'node:http'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { closeServer, followRequests, runUntilStopped } from '@pmq/platform/lifecycle'
import { createLog } from '@pmq/platform/log'
import express from 'express'
import { fetchServices } from './api/fetch-services.ts'
import { webConfig } from './config.ts'
import { createWeb, ensureBuilt } from './web.ts'

/** The public sites alone in their process. They have no engine: they are ready while they do not drain. */
const log = createLog('web', process.env.LOG_LEVEL ? { level: process.env.LOG_LEVEL } : {})
try {
  const { PORT, SERVICE_URLS, SITE_URLS, API_PATIENCE_MS: patience } = loadConfig(webConfig, process.env)
  await ensureBuilt()
  let draining = false

  const app = express().disable('x-powered-by')
  app.get('/health/live', (_req, res) => void res.json({ state: 'up' }))
  app.get(
    '/health/ready',
    (_req, res) => void res.status(draining ? 503 : 200).json({ state: draining ? 'down' : 'up' }),
  )
  app.use(await createWeb({ api: fetchServices(SERVICE_URLS), siteUrls: SITE_URLS, log, patience }))
  const server = followRequests(createServer(app))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(PORT, resolve))
  log.info({ port: PORT }, 'up')

  const requests = {
    name: 'requests',
    stop() {
      draining = true
      return closeServer(server, { graceMs: 1_000 })
    },
  }
  await runUntilStopped([requests], log)
  process.exit(0)
} catch (error) {
  if (error instanceof ConfigError) log.fatal(error.message)
  else log.fatal({ err: error }, 'could not start')
  process.exit(1)
}
