import { service } from '@pmq/platform/service'
import { indexContents, rebuildIndex } from './index-contents.ts'
import { openPublicIndex } from './public-index.ts'
import { searchApi } from './search-api.ts'
import { createSectionTitles } from './section-titles.ts'

export { openPublicIndex }

/**
 * The cross-site search: a read model of everything public, fed by events. It owns no data and can be rebuilt at any
 * time, so it lives beside the gateway and not in a service of its own (docs/adr).
 */
export const search = service('search', async ({ search: engine, bus, log, clock }) => {
  const index = await openPublicIndex(engine)
  return {
    api: searchApi({ index, bus, sectionTitles: createSectionTitles(index, clock) }),
    hears: [indexContents(index)],
    async prepare() {
      if ((await index.count()) > 0) return
      // A new index, or a new version of its fields: the events have all it needs.
      await rebuildIndex(index, bus)
      log.info({ documents: await index.count() }, 'the search index was built')
    },
  }
})
