import express, { type Express } from 'express'
import { Refusal } from '../errors/index.ts'
import type { Health } from '../health/index.ts'
import { problemOf, retryAfterSeconds } from '../http/index.ts'
import type { Metrics } from '../metrics/index.ts'
import type { RunningService } from '../service/index.ts'

/** What a service answers over HTTP beside its API; all but the API from its first moment on. */
export function serviceApp(deps: {
  name: string
  health: Pick<Health, 'report'>
  metrics: Metrics
  /** Nothing as long as the service waits for its engines. */
  running: () => RunningService | undefined
}): Express {
  const { name, health, metrics, running } = deps
  const app = express().disable('x-powered-by')
  app.get('/health/live', (_request, response) => void response.json({ state: 'up' }))
  app.get('/health/ready', async (_request, response) => {
    const { ready, engines } = await health.report()
    const up = ready && running() !== undefined
    response.status(up ? 200 : 503).json({ state: up ? 'up' : 'down', engines })
  })
  app.get(
    '/metrics',
    async (_request, response) => void response.type('text/plain').send(await metrics.registry.metrics()),
  )
  app.use((request, response, next) => {
    const service = running()
    if (!service) return void response.status(503).set('retry-after', retryAfterSeconds).json(problemOf(notYet))
    if (request.path === '/openapi.json') return void response.json(service.openapi)
    next()
  })
  app.use(`/api/${name}`, (request, response, next) => running()?.router(request, response, next))
  return app
}

const notYet = new Refusal('unavailable', 'unavailable', 'Le service démarre. Réessayez dans un instant.')
