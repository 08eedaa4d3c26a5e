import type { SiteId } from '@pmq/contracts/content'
import type { Content } from './api/content.ts'
import type { Search } from './api/search.ts'
import type { Shell } from './site/shell.ts'

export type SiteUrls = Record<SiteId, string>

/** The part of a logger that the front needs (pino has it). */
export type WebLog = {
  error(facts: object, message: string): void
  warn(facts: object, message: string): void
}

export type PageLocals = {
  site: SiteId
  content: Content
  search: Search
  /** Public address of each site, without a slash at the end. */
  siteUrls: SiteUrls
  requestId: string
  log: WebLog
  /** Names what the page is made of (`article:ID`, `tree:SITE` …); the gateway keeps the page until one of them changes. */
  dependsOn(...tags: string[]): void
  dependencies: Set<string>
  /** What surrounds every page, asked for by the middleware while the page asks for its own content. */
  shell?: Promise<Shell>
  /** Set when an API did not answer and the page became the 503 page. */
  failed?: boolean
}
