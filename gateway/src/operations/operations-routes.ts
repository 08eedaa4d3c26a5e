import { hasRole, type TokenVerifier } from '@pmq/platform/auth'
import type { EngineState } from '@pmq/platform/health'
import { type RequestHandler, Router } from 'express'
import { refuseOtherMethods } from '../problems/other-methods.ts'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'

export type OperationsDeps = {
  engines: () => Promise<EngineState[]>
  serviceNames: readonly string[]
  verifier: Pick<TokenVerifier, 'verify'>
}

/** What administrators see of the running platform. Requests come with a bearer token, theirs or their session's. */
export function operationsRoutes({ engines, serviceNames, verifier }: OperationsDeps): Router {
  const router = Router({ caseSensitive: true, strict: true })
  router.use(adminsOnly(verifier))
  router.get('/api/operations/engines', async (_req, res) => {
    const items = await engines()
    res.json({ items, total: items.length })
  })
  router.get('/api/operations/services', (_req, res) => {
    res.json({ items: serviceNames.map((name) => ({ name })), total: serviceNames.length })
  })
  router.all(['/api/operations/engines', '/api/operations/services'], refuseOtherMethods('GET, HEAD'))
  return router
}

function adminsOnly(verifier: Pick<TokenVerifier, 'verify'>): RequestHandler {
  return async (req, res, next) => {
    res.setHeader('cache-control', 'no-store')
    const token = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1]
    if (token === undefined) {
      res.setHeader('www-authenticate', 'Bearer')
      return sendProblem(req, res, problems.signInRequired)
    }
    if (!hasRole(await verifier.verify(token), 'admin')) return sendProblem(req, res, problems.forbidden)
    next()
  }
}
