import type { SiteId } from '@pmq/contracts/content'
import type { RequestHandler } from 'express'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import { setForwardedHeaders } from '../requests/forwarded-headers.ts'
import { contextOf } from '../requests/request-context.ts'
import { mostHeaders } from '../security/harden-server.ts'
import { hasOneHost, isPlainTarget } from './request-target.ts'
import type { FindSite } from './site-hosts.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Lets in what can be understood in one way only and is meant for a site of ours, and says which one it is. */
export function gate(findSite: FindSite, siteUrls: Record<SiteId, URL>): RequestHandler {
  return (req, res, next) => {
    if (req.rawHeaders.length > 2 * mostHeaders) return sendProblem(req, res, problems.headersTooLarge)
    if (!hasOneHost(req) || !isPlainTarget(req.url)) return sendProblem(req, res, problems.malformed)
    if (!methods.has(req.method)) {
      res.setHeader('allow', [...methods].join(', '))
      return sendProblem(req, res, problems.methodNotAllowed)
    }
    const site = findSite(req.headers.host)
    if (!site) return sendProblem(req, res, problems.unknownHost)
    const context = contextOf(req)
    context.site = site
    req.headers['x-pmq-site'] = site
    setForwardedHeaders(req.headers, { ...context, url: siteUrls[site] })
    next()
  }
}
