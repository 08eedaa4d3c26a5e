import { loadConfig } from '@pmq/platform/config'
import { createHealth } from '@pmq/platform/health'
import { runUntilStopped } from '@pmq/platform/lifecycle'
import { createLog } from '@pmq/platform/log'
import express from 'express'
import { webConfig } from './config.ts'
import { createWeb, ensureBuilt } from './web.ts'

const log = createLog('web')
const { PORT, API_URL, SITE_URLS } = loadConfig(webConfig, process.env)

await ensureBuilt()
const api = (path: string, init?: RequestInit) => fetch(new URL(path, API_URL), init)
const health = createHealth([], { clock: () => new Date() })

const app = express()
app.disable('x-powered-by')
app.get('/health/live', (_req, res) => void res.json({ live: true }))
app.get('/health/ready', async (_req, res) => {
  const ready = await health.ready()
  res.status(ready ? 200 : 503).json({ ready })
})
app.use(await createWeb({ api, siteUrls: SITE_URLS, log }))
const server = app.listen(PORT, () => log.info({ port: PORT }, 'the public sites are up'))

const stop = () => {
  health.drain()
  server.closeIdleConnections()
  return new Promise<void>((closed) => server.close(() => closed()))
}
await runUntilStopped([{ name: 'web', stop }], log)
