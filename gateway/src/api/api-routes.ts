import type { Request, RequestHandler, Response } from 'express'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import type { RateLimits } from '../rate-limits/rate-limits.ts'
import { contextOf } from '../requests/request-context.ts'
import { dataPolicy } from '../security/content-security-policy.ts'
import { type CsrfGuard, isUnsafe } from '../sessions/csrf.ts'
import type { Sessions } from '../sessions/sessions.ts'

export type ApiDeps = {
  /** By name, as in `/api/<name>/…`. */
  services: ReadonlyMap<string, RequestHandler>
  sessions: Sessions
  csrf: CsrfGuard
  limits: RateLimits
}

const serviceInPath = /^\/api\/([a-z][a-z0-9-]*)(?:[/?]|$)/

/**
 * Passes API requests on to the service they name. The session's token goes with them as a bearer token, and each
 * service verifies it by itself; the cookie stays here.
 */
export function apiRoutes(deps: ApiDeps): RequestHandler {
  return async (req, res, next) => {
    if (!req.url.startsWith('/api/') && req.url !== '/api') return next()
    const service = deps.services.get(serviceInPath.exec(req.url)?.[1] ?? '')
    if (!(await admit(deps, req, res))) return
    if (!service) return sendProblem(req, res, problems.notFound)
    return service(req, res, (error?: unknown) => (error ? next(error) : sendProblem(req, res, problems.notFound)))
  }
}

/** Who asks, how often, and whether a page of ours asks for them. False when the request has been answered. */
export async function admit({ sessions, csrf, limits }: Omit<ApiDeps, 'services'>, req: Request, res: Response) {
  res.setHeader('content-security-policy', dataPolicy)
  const unsafe = isUnsafe(req.method)
  const rate = unsafe ? 'apiWrites' : 'apiReads'
  // A program that brings its own token is no browser: no cookie is looked at, so no other site can abuse one.
  if (req.headers.authorization !== undefined) {
    delete req.headers.cookie
    return limits.allows(rate, req, res)
  }
  const state = await sessions.of(req, res)
  delete req.headers.cookie
  if (state.is === 'open') contextOf(req).sessionId = state.session.id
  if (!limits.allows(rate, req, res)) return false
  if (state.is === 'none') return true
  if (state.is === 'over') {
    sendProblem(req, res, problems.sessionExpired)
    return false
  }
  const { id, accessToken } = state.session
  if (unsafe && !csrf.allows(req, id, req.get('x-csrf-token'))) {
    sendProblem(req, res, problems.csrf)
    return false
  }
  req.headers.authorization = `Bearer ${accessToken}`
  return true
}
