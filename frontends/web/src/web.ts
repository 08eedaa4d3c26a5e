import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { siteId } from '@pmq/contracts/content'
import { type Request, type RequestHandler, Router } from 'express'
import { type Api, createApiClient, type KeptViews } from './api/api-client.ts'
import { createContent } from './api/content.ts'
import { createSearch } from './api/search.ts'
import type { PageLocals, SiteUrls, WebLog } from './locals.ts'
import { createAssets } from './server/assets.ts'
import { createCovers } from './server/covers.ts'
import { loadPages } from './server/load-pages.ts'
import { createMailPictures } from './server/mail-pictures.ts'
import { pagePolicy } from './server/page-policy.ts'
import { createShareImages } from './share/share-images.ts'

export { ensureBuilt } from './build.ts'
export type { Api, SiteUrls, WebLog }

export type Web = {
  /** A fetch to `/api/...`. */
  api: Api
  /** Public address of each site. */
  siteUrls: SiteUrls
  log: WebLog
  /** Longest wait for an answer of the API, in ms. */
  patience?: number
}

const built = (path: string) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url))

/**
 * The public sites: assets, prints, then pages. The site is told by the header `x-pmq-site`, which the gateway sets by host.
 * The build must be there: call `ensureBuilt` first.
 */
export async function createWeb({ api, siteUrls: urls, log, patience = 5000 }: Web): Promise<RequestHandler> {
  const siteUrls = Object.fromEntries(
    Object.entries(urls).map(([site, url]) => [site, url.replace(/\/$/, '')]),
  ) as SiteUrls
  const [assets, pages] = await Promise.all([createAssets(built('client')), loadPages(built('server/entry.mjs'), log)])

  const kept: KeptViews = new Map()

  function localsOf(req: Request): PageLocals | undefined {
    const site = siteId.safeParse(req.get('x-pmq-site'))
    if (!site.success) return undefined
    const requestId = req.get('x-request-id') ?? randomUUID()
    const client = createApiClient(api, { requestId, patience, kept })
    const dependencies = new Set<string>()
    return {
      site: site.data,
      content: createContent(client),
      search: createSearch(client),
      ...{ siteUrls, requestId, log, dependencies },
      dependsOn(...tags) {
        for (const tag of tags) dependencies.add(tag)
      },
    }
  }

  function showPage(...[req, res, next]: Parameters<RequestHandler>) {
    const locals = localsOf(req)
    if (!locals) return void res.status(421).type('text/plain').send('Site inconnu.')
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return void res.status(405).set('allow', 'GET, HEAD').type('text/plain').send('Cette page se lit seulement.')
    if (!isAskable(req.path)) req.url = '/404'
    res.set('content-security-policy', pagePolicy)
    pages(req, res, next, locals).catch(next)
  }

  return Router().use(assets, createCovers(), createMailPictures(), createShareImages(localsOf), showPage)
}

/**
 * Astro answers badly encoded paths with an empty page, `//host/` with a redirect to that host, and the addresses of its
 * error pages with those errors, though nothing failed.
 */
function isAskable(path: string): boolean {
  try {
    return !/[\\\0]|\/\/|^\/50[03]\/?$/.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
