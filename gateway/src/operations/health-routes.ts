import type { EngineState } from '@pmq/platform/health'
import { Router } from 'express'

export type HealthDeps = {
  engines: () => Promise<EngineState[]>
  /** False while the process drains, or cannot serve. By default: when an engine is down. */
  ready?: (() => Promise<boolean>) | undefined
}

/** For load balancers, which know us by address: answered whatever the host. They are told no details. */
export function healthRoutes({ engines, ready }: HealthDeps): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/health/live', (_req, res) => res.set('cache-control', 'no-store').json({ state: 'up' }))
  router.get('/health/ready', async (_req, res) => {
    const states = await engines()
    const up = ready ? await ready() : states.every(({ state }) => state === 'up')
    res
      .status(up ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ state: up ? 'up' : 'down', engines: states.map(({ name, state }) => ({ name, state })) })
  })
  return router
}
