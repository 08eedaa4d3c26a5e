import type { SiteId } from '@pmq/contracts/content'
import type { SiteUrls } from '../locals.ts'

/** The tourism portal stays an independent site; the Pays only points to it. */
export const tourism = 'https://www.gorges-aveyron-tourisme.com'

/** Public address of a path of a site. */
export const absolute = (siteUrls: SiteUrls, site: SiteId, path: string) =>
  `${siteUrls[site]}${path === '/' ? '/' : path}`

/** A link from one site to a page of any site: short when it stays at home. */
export const linkTo = (siteUrls: SiteUrls, from: SiteId, to: SiteId, path: string) =>
  from === to ? path : absolute(siteUrls, to, path)

/** Is the page at `current`, or does it lie under it? */
export const isUnder = (path: string, current: string) => current === path || current.startsWith(`${path}/`)

/** Hosts that count as ours in the texts of articles. */
export const ownHosts = (siteUrls: SiteUrls) => Object.values(siteUrls).map((url) => new URL(url).host)
