import { siteIds } from '@pmq/contracts/content'
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
  /** Where `/api/...` answers: the gateway. */
  API_URL: z.url({ protocol: /^https?$/ }),
  SITE_URLS: siteUrls,
})
