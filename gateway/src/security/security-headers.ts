import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

const yearSeconds = 31_536_000

/** What every answer says. The content security policy is not here: it depends on what is answered. */
export function securityHeaders({ https }: { https: boolean }): RequestHandler {
  const protect = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: https ? { maxAge: 2 * yearSeconds, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false, // photos and tiles of others may be shown
    crossOriginResourcePolicy: { policy: 'same-site' },
    originAgentCluster: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
  })
  const headers = [...headersOf(protect), ['permissions-policy', permissions] as const]
  return (_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    next()
  }
}

const permissions = 'camera=(), microphone=(), payment=(), usb=(), browsing-topics=()'

/** What helmet says is always the same: asked once instead of at each request. */
function headersOf(protect: ReturnType<typeof helmet>): (readonly [string, string])[] {
  const res = new ServerResponse(new IncomingMessage(new Socket()))
  protect(res.req, res, () => undefined)
  return Object.entries(res.getHeaders()).map(([name, value]) => [name, String(value)])
}
