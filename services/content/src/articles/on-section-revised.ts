import { sectionRevised, siteId } from '@pmq/contracts/content'
import { type EventHandler, on } from '@pmq/platform/consumers'
import { z } from 'zod'
import { followParent } from '../sections/section.ts'
import { pathOf } from '../sections/section-tree.ts'
import { type Article, relocateArticle } from './article.ts'
import { type Articles, placeIn } from './articles.ts'
import { unlessStale } from './unless-stale.ts'

/** As many at a time as the store's connections serve well. */
const atOnce = 8

/**
 * A section moved or changed its name: its articles and its direct sub-sections follow, and each of these does the same
 * in turn. Addresses are computed from the tree of now, so that repeating it, or doing it late, gives the same.
 */
export const onSectionRevised = ({ articles, sections }: Articles): EventHandler =>
  on(
    sectionRevised,
    'relocate-contents',
    z.object({ site: siteId, path: z.string(), formerPath: z.string() }),
    async (event) => {
      const { formerPath, site } = event.data
      const all = await sections.ofSite(site)
      const path = pathOf(all, event.subject)

      const moved = (await articles.inSection(event.subject)).filter(
        (article) => article.path !== `${path}/${article.slug}`,
      )
      for (let start = 0; start < moved.length; start += atOnce) {
        const follow = (article: Article) =>
          untilDone(
            article,
            () => articles.get(article.id),
            (current) => articles.commit(relocateArticle(current, placeIn(all, current)), current.version),
          )
        await Promise.all(moved.slice(start, start + atOnce).map(follow))
      }

      if (path === formerPath) return
      for (const child of all.filter(({ parent }) => parent === event.subject)) {
        const paths = { before: `${formerPath}/${child.slug}`, after: `${path}/${child.slug}` }
        if (child.formerPaths.includes(paths.before)) continue
        await untilDone(
          child,
          () => sections.get(child.id),
          (current) => sections.commit(followParent(current, paths), current.version),
        )
      }
    },
  )

const tries = 5

/** Writes on what was read; when an editor saved in the same moment, decides again on what is stored then. */
async function untilDone<State extends { id: string }>(
  read: State,
  readAgain: () => Promise<State | undefined>,
  write: (current: State) => Promise<unknown>,
): Promise<void> {
  let current: State | undefined = read
  for (let attempt = 0; attempt < tries && current; attempt += 1) {
    const decided = current
    if (await unlessStale(() => write(decided))) return
    current = await readAgain()
  }
  if (current) throw new Error(`${read.id} is being edited all the time`)
}
