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
  const look = shared(async () => {
    const states = await engines()
    return { states, up: ready ? await ready() : states.every(({ state }) => state === 'up') }
  })
  router.get('/health/live', (_req, res) => void res.set('cache-control', 'no-store').json({ state: 'up' }))
  router.get('/health/ready', async (_req, res) => {
    const { states, up } = await look()
    res
      .status(up ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ state: up ? 'up' : 'down', engines: states.map(({ name, state }) => ({ name, state })) })
  })
  return router
}

/** Those who ask while the work is being done get its result: anybody may ask, and asking engines costs. */
function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined
  return () => {
    running ??= work().finally(() => {
      running = undefined
    })
    return running
  }
}
