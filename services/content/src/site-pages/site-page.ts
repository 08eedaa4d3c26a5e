import { type ArticleInput, articleInput, type SiteId } from '@pmq/contracts/content'
import { missing } from '@pmq/platform/errors'
import { readingMinutes } from '@pmq/rich-text'
import type { Article } from '../articles/article.ts'
import { cardOf } from '../articles/article-cards.ts'
import type { ArticleStore } from '../articles/article-store.ts'
import { pathOf as chantierPath } from '../chantiers/chantier.ts'
import type { ChantierStore } from '../chantiers/chantier-store.ts'
import type { Section } from '../sections/section.ts'
import type { SectionStore } from '../sections/section-store.ts'
import { lineageOf, pathOf, sectionAt, subtreeOf } from '../sections/section-tree.ts'

export type SitePages = { articles: ArticleStore; sections: SectionStore; chantiers: ChantierStore }

const newsPerPage = 12

/** What its editor typed: all of it is for the public. */
const typedOf = (article: Article): ArticleInput =>
  Object.fromEntries(
    Object.keys(articleInput.shape).map((name) => [name, article[name as keyof ArticleInput]]),
  ) as ArticleInput

/** What stands at an address of a site: a section, an article, or where it moved to. @throws Refusal not-found */
export async function sitePageAt(stores: SitePages, site: SiteId, path: string, page: number) {
  // Asked together: most addresses are articles, and a second way to the database costs more than a look in vain.
  const [sections, article] = await Promise.all([stores.sections.ofSite(site), stores.articles.publicAt(site, path)])
  const section = sectionAt(sections, path)
  if (section) return sectionPage(stores, sections, section, page)
  if (article) return articlePage(stores, sections, article)
  const moved = await stores.articles.publicFormerlyAt(site, path)
  if (moved) return { is: 'moved' as const, to: moved.path }
  const movedSection = sections.find(({ formerPaths }) => formerPaths.includes(path))
  if (movedSection) return { is: 'moved' as const, to: pathOf(sections, movedSection.id) }
  throw missing('Cette page n’existe pas, ou n’est plus publiée.')
}

const stepOf = (sections: readonly Section[]) => (step: Section) => ({
  title: step.menuTitle ?? step.title,
  path: pathOf(sections, step.id),
})
const partOf =
  (sections: readonly Section[]) =>
  ({ id, title, summary }: Section) => ({ id, title, summary, path: pathOf(sections, id) })

async function articlePage({ articles, chantiers }: SitePages, sections: readonly Section[], article: Article) {
  const [similar, chantier] = await Promise.all([
    articles.similarTo(article),
    article.chantier ? chantiers.get(article.chantier) : undefined,
  ])
  return {
    is: 'article' as const,
    article: {
      ...typedOf(article),
      ...cardOf(article, sections),
      updatedAt: article.updatedAt,
      readingMinutes: readingMinutes(article.body),
    },
    trail: lineageOf(sections, article.section).map(stepOf(sections)),
    chantier: chantier ? { title: chantier.title, path: chantierPath(chantier) } : null,
    similar: similar.map((other) => cardOf(other, sections)),
  }
}

async function sectionPage({ articles }: SitePages, sections: readonly Section[], section: Section, page: number) {
  const below = subtreeOf(sections, section.id).map(({ id }) => id)
  const [pages, news] = await Promise.all([
    articles.pagesOf(section.id),
    articles.news(section.shows === 'news' ? { site: section.site } : { section: { $in: below } }, {
      skip: (page - 1) * newsPerPage,
      limit: newsPerPage,
    }),
  ])
  const children = sections.filter(({ parent }) => parent === section.id).sort((a, b) => a.position - b.position)
  return {
    is: 'section' as const,
    section: { ...partOf(sections)(section), shows: section.shows },
    trail: lineageOf(sections, section.id).slice(0, -1).map(stepOf(sections)),
    children: children.map(partOf(sections)),
    pages: pages.map((article) => cardOf(article, sections)),
    articles: news.items.map((article) => cardOf(article, sections)),
    totalArticles: news.total,
    page,
    perPage: newsPerPage,
  }
}
