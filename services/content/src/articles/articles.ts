import type { SiteId } from '@pmq/contracts/content'
import type { Identity } from '@pmq/platform/auth'
import { found, refused } from '@pmq/platform/errors'
import type { Section } from '../sections/section.ts'
import type { SectionStore } from '../sections/section-store.ts'
import { pathOf, sectionAt } from '../sections/section-tree.ts'
import type { Article, Place } from './article.ts'
import type { ArticleStore } from './article-store.ts'

/** What the routes, jobs and handlers of this folder work with. */
export type Articles = { articles: ArticleStore; sections: SectionStore; clock: () => Date }

type Wanted = { site: SiteId; section: string; slug: string }

/** Where an article of this section and slug stands. @throws Refusal when the section does not exist, or the address is a section's */
export const placeOf = async ({ sections }: Pick<Articles, 'sections'>, wanted: Wanted): Promise<Place> =>
  placeIn(await sections.ofSite(wanted.site), wanted)

/** The same in a tree that was read already. @param all every section of the site */
export function placeIn(all: readonly Section[], { section: sectionId, slug }: Omit<Wanted, 'site'>): Place {
  const section = all.find(({ id }) => id === sectionId)
  if (!section) throw refused('article.unknown-section', 'Cette rubrique n’existe pas, ou n’est pas de ce site.')
  const path = `${pathOf(all, section.id)}/${slug}`
  if (sectionAt(all, path))
    throw refused('slug.taken', 'Une rubrique porte déjà cette adresse. Changez la fin de l’adresse.')
  return { path, section: { id: section.id, title: section.title } }
}

/** Refuses an address that another article of the site has; the unique index has the last word. */
export async function checkFree(
  { articles }: Pick<Articles, 'articles'>,
  site: SiteId,
  path: string,
  self?: string,
): Promise<void> {
  const [other] = await articles.find({ site, path }, { limit: 1 })
  if (other && other.id !== self) {
    throw refused('slug.taken', `«\u202f${other.title}\u202f» porte déjà cette adresse. Changez la fin de l’adresse.`)
  }
}

export const articleOf = async ({ articles }: Pick<Articles, 'articles'>, id: string): Promise<Article> =>
  found(await articles.get(id), 'Cet article n’existe pas ou n’existe plus.')

export const stampOf = (clock: () => Date, identity: Identity | undefined) => ({
  now: clock(),
  by: identity?.name ?? '',
})
