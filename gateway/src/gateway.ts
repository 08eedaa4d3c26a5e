import type { IncomingMessage, RequestListener } from 'node:http'
import type { TokenVerifier } from '@pmq/platform/auth'
import type { Bus } from '@pmq/platform/bus'
import type { EngineState } from '@pmq/platform/health'
import type { OpenApiDocument } from '@pmq/platform/http'
import type { Log } from '@pmq/platform/log'
import compression from 'compression'
import express, { type RequestHandler, Router } from 'express'
import { apiRoutes, type KeepAnswers } from './api/api-routes.ts'
import { docsRoutes } from './api-docs/docs-routes.ts'
import type { GatewayConfig } from './config.ts'
import { gate } from './hosts/gate.ts'
import { hasOneHost } from './hosts/request-target.ts'
import { createFindSite } from './hosts/site-hosts.ts'
import { healthRoutes } from './operations/health-routes.ts'
import { operationsRoutes } from './operations/operations-routes.ts'
import { hearChanges } from './page-cache/hear-changes.ts'
import { createPageCache } from './page-cache/page-cache.ts'
import { together } from './page-cache/together.ts'
import { handleError } from './problems/handle-error.ts'
import { problems } from './problems/problem.ts'
import { sendProblem } from './problems/send-problem.ts'
import { connectUpstream, type Upstream } from './proxy/upstream.ts'
import { createRateLimits } from './rate-limits/rate-limits.ts'
import { accessLog } from './requests/access-log.ts'
import { clientAddress, clientGroup } from './requests/client-address.ts'
import { inOrder } from './requests/in-order.ts'
import { openRequest } from './requests/open-request.ts'
import { contextOf } from './requests/request-context.ts'
import { limitBody } from './security/body-limit.ts'
import { completePage } from './security/complete-page.ts'
import { pagePolicy } from './security/content-security-policy.ts'
import { securityHeaders } from './security/security-headers.ts'
import { createCookieJar } from './sessions/cookie-jar.ts'
import { createCsrfGuard } from './sessions/csrf.ts'
import { createKeyring } from './sessions/keyring.ts'
import { createRenewal } from './sessions/renewal.ts'
import { createSessions } from './sessions/sessions.ts'
import { createProvider } from './sign-in/provider.ts'
import { createSignInAttempts } from './sign-in/sign-in-attempts.ts'
import { signInRoutes } from './sign-in/sign-in-routes.ts'
import { spaRoutes } from './spa/spa-routes.ts'

export type GatewayDeps = {
  config: GatewayConfig
  log: Log
  /** Tells which pages have changed. */
  bus: Pick<Bus, 'tail' | 'check'>
  upstreams: {
    /** By name: `content` answers below `/api/content`. A handler gets addresses relative to that. */
    services: Record<string, Upstream>
    web: Upstream
  }
  verifier: Pick<TokenVerifier, 'verify'>
  /** What the builds of the back office and of the partners' space wrote; without it they are not served. */
  adminFiles?: URL | undefined
  partnersFiles?: URL | undefined
  /** Routes of the composition's own, on the portal (the embedded mailbox). */
  extraRoutes?: Router[]
  engines: () => Promise<EngineState[]>
  /** False while draining. By default: false when an engine is down. */
  ready?: (() => Promise<boolean>) | undefined
  openapi: () => Promise<OpenApiDocument[]>
  clock?: () => Date
}

export type Gateway = {
  /** For `http.createServer(serverOptions, app)`, then `hardenServer`. */
  app: RequestListener
  /** Lets go of the bus and of the connections to upstreams. Requests should be over by then. */
  close(): Promise<void>
}

/** The one way in: sites, API, sign-in, back office. */
export async function createGateway(deps: GatewayDeps): Promise<Gateway> {
  const { config, log, bus, upstreams, verifier, engines, clock = () => new Date() } = deps
  const { publicUrl, siteUrls, trustedHops } = config
  const https = publicUrl.protocol === 'https:'
  const policy = { signInOrigin: config.oidc.issuer.origin, https }

  const keyring = createKeyring(config.sessionSecrets)
  const cookies = createCookieJar(https)
  const csrf = createCsrfGuard(keyring)
  const callback = new URL('/auth/callback', publicUrl)
  const provider = createProvider({ ...config.oidc, callback, afterSignOut: new URL('/', publicUrl), clock })
  const renew = createRenewal(provider.renew, clock)
  const sessions = createSessions({ keyring, cookies, renew, clock, log })
  const attempts = createSignInAttempts(keyring, cookies, clock)
  const limits = createRateLimits(config.rateLimits, clock)
  const findSite = createFindSite(config.siteHosts)

  const connect = (upstream: Upstream, mountedAt: string) =>
    connectUpstream(upstream, { mountedAt, timeoutMs: config.upstreamTimeoutMs, log })
  const web = connect(upstreams.web, '/')
  const services = new Map(
    Object.entries(upstreams.services).map(([name, upstream]) => [name, connect(upstream, `/api/${name}`)]),
  )

  const compress = compression()
  const shared = { ...config.pageCache, compress, clock, log }
  const cache = createPageCache({ ...shared, complete: completePage(policy) })
  // Services refuse queries that they do not know, and tell pages apart by them.
  const forData = { limit: config.pageCache.limit / 4, variantsPerPath: 10_000, complete: () => undefined }
  const apiCache = createPageCache({ ...shared, ...forData })
  const hearing = await hearChanges({ bus, cache: together(cache, apiCache), log })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // pages have theirs from the cache; API answers from their services
  app.set('query parser', 'simple')
  app.use(
    inOrder(
      openRequest(trustedHops),
      securityHeaders({ https }),
      onPath('/health/', healthRoutes({ engines, ready: deps.ready })),
      accessLog(log),
      gate(findSite, siteUrls),
      limitBody(config.bodyLimit),
    ),
  )

  const admission = { sessions, csrf, limits }
  const serviceHandlers = new Map([...services].map(([name, { handle }]) => [name, handle]))
  serviceHandlers.set('operations', operationsRoutes({ engines, serviceNames: [...services.keys()], verifier }))
  const docs = docsRoutes({ openapi: deps.openapi, publicUrl })
  const keep: KeepAnswers = (req, res, answer) => apiCache.serve('portal', req, res, answer)
  const api = apiRoutes({ services: serviceHandlers, otherwise: docs, keep, compress, ...admission })
  app.use(onPath('/api/', api))
  const signIn = signInRoutes({ publicUrl, provider, attempts, verifier, log, ...admission })
  app.use(onPath('/auth/', onPortal(signIn)))

  app.use(limits.limit('pages'))
  app.use((_req, res, next) => {
    res.setHeader('content-security-policy', pagePolicy(undefined, policy))
    next()
  })
  for (const router of deps.extraRoutes ?? []) app.use(onPortal(router))
  const pages = Router({ caseSensitive: true, strict: true })
  for (const [base, files] of [
    ['/admin', deps.adminFiles],
    ['/partenaires', deps.partnersFiles],
  ] as const) {
    if (files) pages.use(onPortal(spaRoutes({ files, base, policy, siteUrls })))
  }
  pages.use(web.handle, (req, res) => sendProblem(req, res, problems.notFound))
  app.use((req, res, next) => {
    cache.serve(siteOf(req), req, res, () => pages(req, res, next))
  })
  app.use(handleError(log))

  return {
    app(req, res) {
      // What is ready is sent before any of the above: it was made for everybody, with all its headers.
      const site = findSite(req.headers.host)
      const isApi = req.url?.startsWith('/api/') === true
      const kept = site && (isApi ? isAnonymous(req) && apiCache.find('portal', req) : cache.find(site, req))
      const client = kept && hasOneHost(req) && clientGroup(clientAddress(req, trustedHops))
      if (kept && client && limits.allowsKept(isApi ? 'apiReads' : 'pages', client)) cache.send(kept, req, res)
      else app(req, res)
    },
    async close() {
      await hearing.stop()
      await Promise.all([web, ...services.values()].map((upstream) => upstream.close()))
    },
  }
}

/** Nobody who signed in: what they are answered is theirs, and counted as theirs. */
const isAnonymous = ({ headers }: IncomingMessage) =>
  headers.cookie === undefined && headers.authorization === undefined

const siteOf = (req: express.Request) => contextOf(req).site ?? 'portal'

const onPath =
  (start: string, handle: RequestHandler): RequestHandler =>
  (req, res, next) =>
    req.url.startsWith(start) ? handle(req, res, next) : next()

/** People sign in on the portal's host only: the other sites have neither sessions nor back offices. */
const onPortal =
  (handle: RequestHandler): RequestHandler =>
  (req, res, next) =>
    siteOf(req) === 'portal' ? handle(req, res, next) : next()
