import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import { contextOf } from '../requests/request-context.ts'
import { createRateLimiter } from './rate-limiter.ts'

/** Requests a minute, from one client: a session where there is one, an address (an IPv6 /64) otherwise. */
export type RateLimitSettings = { pages: number; apiReads: number; apiWrites: number; signIn: number }
export type RateLimitName = keyof RateLimitSettings

export type RateLimits = {
  /** For what is kept and sent before anything else is looked at. */
  allowsKept(name: 'pages' | 'apiReads', client: string): boolean
  /** Whether the request may go on; if not, it has been answered. */
  allows(name: RateLimitName, req: IncomingMessage, res: ServerResponse): boolean
  limit(name: RateLimitName): RequestHandler
}

const publicNames: Record<RateLimitName, string> = {
  pages: 'pages',
  apiReads: 'api-reads',
  apiWrites: 'api-writes',
  signIn: 'sign-in',
}

export function createRateLimits(settings: RateLimitSettings, clock: () => Date): RateLimits {
  const now = () => clock().getTime()
  const limiters = {
    pages: createRateLimiter(now),
    apiReads: createRateLimiter(now),
    apiWrites: createRateLimiter(now),
    signIn: createRateLimiter(now),
  }

  const allows: RateLimits['allows'] = (name, req, res) => {
    const { sessionId, client } = contextOf(req)
    const { allowed, remaining, retryAfter } = limiters[name].take(sessionId ?? client, settings[name])
    // https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
    res.setHeader('ratelimit-policy', `"${publicNames[name]}";q=${settings[name]};w=60`)
    res.setHeader('ratelimit', `"${publicNames[name]}";r=${remaining};t=${allowed ? 60 : retryAfter}`)
    if (allowed) return true
    res.setHeader('retry-after', retryAfter)
    sendProblem(req, res, { ...problems.tooMany, retryAfter })
    return false
  }

  return {
    allowsKept: (name, client) => limiters[name].take(client, settings[name]).allowed,
    allows,
    limit: (name) => (req, res, next) => {
      if (allows(name, req, res)) next()
    },
  }
}
