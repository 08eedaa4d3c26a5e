import type { SiteView } from '@pmq/contracts/content'
import type { Aggregate, Database } from '@pmq/platform/documents'

/** A public site: sites are data, so that a new one needs no code. */
export type Site = Aggregate & Omit<SiteView, 'id'>

export type SiteStore = ReturnType<typeof createSiteStore>

export function createSiteStore(database: Database) {
  const sites = database.collection<Site>('sites', {
    name: { type: String, required: true },
    tagline: { type: String, default: '' },
    description: { type: String, default: '' },
    accent: { type: String, required: true },
    home: { type: {}, required: true },
  })
  return { get: sites.get, insert: sites.insert, all: sites.kept({}) }
}
