import { type SiteId, siteIds } from '@pmq/contracts/content'
import type { Database } from '@pmq/platform/documents'
import type { Section } from './section.ts'

export type SectionStore = ReturnType<typeof createSectionStore>

/** A site has some dozens of sections: they are always read together. */
export function createSectionStore(database: Database) {
  const sections = database.collection<Section>(
    'sections',
    {
      site: { type: String, required: true },
      parent: { type: String, default: null },
      slug: { type: String, required: true },
      title: { type: String, required: true },
      menuTitle: { type: String, default: null },
      summary: { type: String, default: '' },
      position: { type: Number, required: true },
      shows: { type: String, default: 'contents' },
      inMenu: { type: Boolean, required: true },
      inFooter: { type: Boolean, required: true },
      formerPaths: { type: [String], default: [] },
      updatedAt: { type: Date, required: true },
    },
    [{ fields: { site: 1, parent: 1, slug: 1 }, unique: true }],
  )
  const kept = new Map(siteIds.map((site) => [site, sections.kept({ site })]))
  return {
    get: sections.get,
    insert: sections.insert,
    commit: sections.commit,
    remove: sections.remove,
    /** Every page of a site is drawn with them. */
    ofSite: async (site: SiteId): Promise<readonly Section[]> => (await kept.get(site)?.()) ?? [],
    all: () => sections.find({}),
  }
}
