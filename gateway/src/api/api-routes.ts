import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import type { RateLimits } from '../rate-limits/rate-limits.ts'
import { contextOf } from '../requests/request-context.ts'
import { dataPolicy } from '../security/content-security-policy.ts'
import { type CsrfGuard, isUnsafe } from '../sessions/csrf.ts'
import type { SessionState, Sessions } from '../sessions/sessions.ts'

export type ApiDeps = {
  /** By name, as in `/api/<name>/…`. */
  services: ReadonlyMap<string, RequestHandler>
  /** For what is below /api and belongs to no service: the documents. */
  otherwise: RequestHandler
  /** For what nobody in particular reads. */
  keep: KeepAnswers
  compress: RequestHandler
  sessions: Sessions
  csrf: CsrfGuard
  limits: RateLimits
}

/** Answers out of memory where a service has said that its answer may be kept, and by asking otherwise. */
export type KeepAnswers = (req: Request, res: Response, answer: (req: Request, res: Response) => void) => void

const serviceInPath = /^\/api\/([a-z][a-z0-9-]*)(?:[/?]|$)/

/**
 * Passes API requests on to the service they name. The session's token goes with them as a bearer token, and each
 * service verifies it by itself; the cookie stays here.
 */
export function apiRoutes(deps: ApiDeps): RequestHandler {
  const { services, otherwise, keep, compress } = deps
  return (req, res, next) => {
    const notFound = (error?: unknown) => (error ? next(error) : sendProblem(req, res, problems.notFound))
    const handle = services.get(serviceInPath.exec(req.url)?.[1] ?? '') ?? otherwise
    res.setHeader('content-security-policy', dataPolicy)
    admit(deps, req, res, (error) => {
      if (error) return next(error)
      const isPublic = !isUnsafe(req.method) && req.headers.authorization === undefined
      if (isPublic) keep(req, res, (req, res) => handle(req, res, notFound))
      else compress(req, res, () => handle(req, res, notFound))
    })
  }
}

/** Who asks, how often, and whether a page of ours asks for them; goes on if all that is well. */
function admit({ sessions, csrf, limits }: ApiDeps, req: Request, res: Response, goOn: NextFunction): void {
  const unsafe = isUnsafe(req.method)
  const rate = unsafe ? 'apiWrites' : 'apiReads'
  const { cookie, authorization } = req.headers
  // A program that brings its own token is no browser: no cookie is looked at, so no other site can abuse one.
  if (cookie === undefined || authorization !== undefined) {
    delete req.headers.cookie
    if (limits.allows(rate, req, res)) goOn()
    return
  }
  const admitAs = (state: SessionState) => {
    delete req.headers.cookie
    if (state.is === 'open') contextOf(req).sessionId = state.session.id
    if (!limits.allows(rate, req, res)) return
    if (state.is === 'none') return goOn()
    if (state.is === 'over') return sendProblem(req, res, problems.sessionExpired)
    const { id, accessToken } = state.session
    if (unsafe && !csrf.allows(req, id, req.get('x-csrf-token'))) return sendProblem(req, res, problems.csrf)
    req.headers.authorization = `Bearer ${accessToken}`
    goOn()
  }
  const known = sessions.known(req)
  if (known) admitAs({ is: 'open', session: known })
  else sessions.of(req, res).then(admitAs).catch(goOn)
}
