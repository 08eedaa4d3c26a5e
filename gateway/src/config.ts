import { type SiteId, siteIds } from '@pmq/contracts/content'
import { z } from 'zod'
import type { RateLimitSettings } from './rate-limits/rate-limits.ts'

export type GatewayConfig = {
  /** The portal's own address: signing in happens there. */
  publicUrl: URL
  /** Hosts of each site; a port in the request does not matter. */
  siteHosts: Record<SiteId, readonly string[]>
  /** The one address of each site that pages and feeds name. */
  siteUrls: Record<SiteId, URL>
  oidc: { issuer: URL; clientId: string; clientSecret: string }
  /** The newest first. */
  sessionSecrets: readonly [string, ...string[]]
  /** How many proxies of ours stand before the gateway. */
  trustedHops: number
  /** A minute, per session or address. */
  rateLimits: RateLimitSettings
  /** Bytes of a request's body. */
  bodyLimit: number
  pageCache: { limit: number; maxAgeSeconds: number; staleIfErrorSeconds: number }
  /** Milliseconds that a service may let us wait. */
  upstreamTimeoutMs: number
}

/** `portal=localhost,127.0.0.1; heritage=patrimoine.localhost` */
const perSite = z.string().transform((text, context) => {
  const entries = text
    .split(';')
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => entry.split('=', 2).map((part) => part.trim()))
  const sites = Object.fromEntries(entries) as Record<string, string>
  const unknown = Object.keys(sites).filter((site) => !siteIds.some((id) => id === site))
  const absent = siteIds.filter((site) => !sites[site])
  for (const site of unknown) context.addIssue(`"${site}" is no site; sites are ${siteIds.join(', ')}`)
  for (const site of absent) context.addIssue(`nothing is said for "${site}"`)
  return sites as Record<SiteId, string>
})

const forEachSite = <Value>(value: (site: SiteId) => Value) =>
  Object.fromEntries(siteIds.map((site) => [site, value(site)])) as Record<SiteId, Value>

const url = z.url({ protocol: /^https?$/ })
const atLeastOne = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault)

/** The gateway's part of the environment. Secrets have no default: the embedded composition makes its own. */
export const gatewayEnv = z.object({
  PUBLIC_URL: url,
  SITE_HOSTS: perSite,
  /** By default the first host of each site, with the protocol and port of PUBLIC_URL. */
  SITE_URLS: perSite.optional(),
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  /** One or several, separated by commas, the newest first. */
  SESSION_SECRETS: z
    .string()
    .transform((text) => text.split(',').map((secret) => secret.trim()))
    .pipe(z.tuple([secret()], secret())),
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  RATE_PAGES: atLeastOne(3_000),
  RATE_API_READS: atLeastOne(600),
  RATE_API_WRITES: atLeastOne(240),
  RATE_SIGN_IN: atLeastOne(30),
  BODY_LIMIT: atLeastOne(1_048_576),
  PAGE_CACHE_BYTES: atLeastOne(64 * 1_048_576),
  PAGE_CACHE_MAX_AGE: atLeastOne(600),
  /** A night and a weekend's morning. */
  PAGE_CACHE_STALE_IF_ERROR: z.coerce
    .number()
    .int()
    .min(0)
    .default(12 * 3_600),
  UPSTREAM_TIMEOUT_MS: atLeastOne(30_000),
})

/** What is read out of it. */
export function toGatewayConfig(env: z.output<typeof gatewayEnv>, context: z.RefinementCtx): GatewayConfig {
  const publicUrl = new URL(env.PUBLIC_URL)
  const siteHosts = forEachSite((site) => env.SITE_HOSTS[site]?.split(',').map((host) => host.trim()) ?? [])
  if (!siteHosts.portal.includes(publicUrl.hostname)) {
    context.addIssue({
      code: 'custom',
      path: ['PUBLIC_URL'],
      message: 'its host must be one of the portal’s in SITE_HOSTS',
    })
  }
  const defaultUrl = (site: SiteId) => {
    if (site === 'portal') return publicUrl.href
    const [host = ''] = siteHosts[site]
    return Object.assign(new URL(publicUrl), { hostname: host }).href
  }
  return {
    publicUrl,
    siteHosts,
    siteUrls: forEachSite((site) => new URL(env.SITE_URLS?.[site] ?? defaultUrl(site))),
    oidc: { issuer: new URL(env.OIDC_ISSUER), clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET },
    sessionSecrets: env.SESSION_SECRETS,
    trustedHops: env.TRUSTED_PROXY_HOPS,
    rateLimits: {
      pages: env.RATE_PAGES,
      apiReads: env.RATE_API_READS,
      apiWrites: env.RATE_API_WRITES,
      signIn: env.RATE_SIGN_IN,
    },
    bodyLimit: env.BODY_LIMIT,
    pageCache: {
      limit: env.PAGE_CACHE_BYTES,
      maxAgeSeconds: env.PAGE_CACHE_MAX_AGE,
      staleIfErrorSeconds: env.PAGE_CACHE_STALE_IF_ERROR,
    },
    upstreamTimeoutMs: env.UPSTREAM_TIMEOUT_MS,
  }
}

export const gatewayConfig = gatewayEnv.transform(toGatewayConfig)

function secret() {
  return z.string().min(32, 'a secret has at least 32 characters')
}
