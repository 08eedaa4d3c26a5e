import { siteIds } from '@pmq/contracts/content'
import { urlsByName } from '@pmq/platform/config'
import { z } from 'zod'
import type { SiteUrls } from './locals.ts'

/** `portal=https://www.example.org; heritage=https://patrimoine.example.org; …`: one address for each site. */
const siteUrls = z.string().transform((text, context): SiteUrls => {
  const entries = text.split(';').map((entry) => entry.trim().split('='))
  const given = Object.fromEntries(entries.map(([site = '', ...url]) => [site.trim(), url.join('=').trim()]))
  for (const site of siteIds)
    if (!z.url({ protocol: /^https?$/ }).safeParse(given[site]).success) context.addIssue(`no address for "${site}"`)
  return given as SiteUrls
})

/** The environment of the front when it runs alone. */
export const webConfig = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4321),
  /** Where `/api/<name>/...` answers: the services themselves. The gateway is for visitors; it would count all pages as one of them. */
  SERVICE_URLS: urlsByName.refine((urls) => urls.content && urls.search, 'content and search are needed'),
  SITE_URLS: siteUrls,
  /** Longest wait for an answer of a service. */
  API_PATIENCE_MS: z.coerce.number().int().min(100).max(60_000).default(5_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
})
