import type { Database } from '@pmq/platform/documents'
import { createArticleStore } from './articles/article-store.ts'
import { createChantierStore } from './chantiers/chantier-store.ts'
import { createSectionStore } from './sections/section-store.ts'
import { createSiteStore } from './sites/site-store.ts'
import { createTerritoryStore } from './territory/territory-store.ts'

export type ContentStores = ReturnType<typeof createContentStores>

/** Every store of the service, over its own database. */
export const createContentStores = (database: Database) => ({
  sites: createSiteStore(database),
  sections: createSectionStore(database),
  articles: createArticleStore(database),
  chantiers: createChantierStore(database),
  territory: createTerritoryStore(database),
})
