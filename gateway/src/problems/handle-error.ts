import { type Problem, problemOf } from '@pmq/platform/http'
import type { Log } from '@pmq/platform/log'
import type { ErrorRequestHandler } from 'express'
import { ProviderUnavailable } from '../sessions/provider-errors.ts'
import { problems } from './problem.ts'
import { sendProblem } from './send-problem.ts'

/** The last word on everything thrown below it. What was thrown goes to the log, never to the client. */
export function handleError(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    const problem = problemFor(error)
    if (problem.status === 500) log.error({ err: error, method: req.method, path: req.path }, 'a request failed')
    else if (problem.status === 503) log.warn({ err: error }, 'a part of the platform does not answer')
    sendProblem(req, res, problem)
  }
}

/** Express and its parsers say by `status` when the fault is the client's: an address that cannot be decoded, for example. */
function problemFor(error: unknown): Problem {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0
  // Somebody is signed in, and the session cannot be renewed now; who signs in is answered where that is done.
  if (error instanceof ProviderUnavailable) return problems.renewalWaits
  const known = problemOf(error)
  if (known.status !== 500) return known
  return status >= 400 && status < 500 ? problems.malformed : known
}
