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
    xDownloadOptions: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
  })
  return (req, res, next) => {
    res.setHeader('permissions-policy', 'camera=(), microphone=(), payment=(), usb=(), browsing-topics=()')
    protect(req, res, next)
  }
}
