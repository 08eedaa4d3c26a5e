import { sectionRevised, siteId } from '@pmq/contracts/content'
import { type EventHandler, on } from '@pmq/platform/consumers'
import { z } from 'zod'
import { followParent } from '../sections/section.ts'
import { pathOf } from '../sections/section-tree.ts'
import { relocateArticle } from './article.ts'
import { type Articles, placeOf } from './articles.ts'
import { unlessStale } from './unless-stale.ts'

/**
 * A section moved or changed its name: its articles and its direct sub-sections follow, and each of these does the same
 * in turn. Addresses are computed from the tree of now, so that repeating it, or doing it late, gives the same.
 */
export const onSectionRevised = (context: Articles): EventHandler =>
  on(
    sectionRevised,
    'relocate-contents',
    z.object({ site: siteId, path: z.string(), formerPath: z.string() }),
    async (event) => {
      const { formerPath, site } = event.data
      const all = await context.sections.ofSite(site)
      const path = pathOf(all, event.subject)
      for (const article of await context.articles.inSection(event.subject)) {
        if (article.path === `${path}/${article.slug}`) continue
        await untilDone(article.id, async () => {
          const current = await context.articles.get(article.id)
          if (current)
            await context.articles.commit(relocateArticle(current, await placeOf(context, current)), current.version)
        })
      }
      if (path === formerPath) return
      for (const child of all.filter(({ parent }) => parent === event.subject)) {
        const paths = { before: `${formerPath}/${child.slug}`, after: `${path}/${child.slug}` }
        if (child.formerPaths.includes(paths.before)) continue
        await untilDone(child.id, async () => {
          const current = await context.sections.get(child.id)
          if (current) await context.sections.commit(followParent(current, paths), current.version)
        })
      }
    },
  )

/** An editor may save in the same moment: decide again on what is stored. */
async function untilDone(what: string, write: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) if (await unlessStale(write)) return
  throw new Error(`${what} is being edited all the time`)
}
