import type { ArticleCard } from '@pmq/contracts/content'
import type { Section } from '../sections/section.ts'
import type { SectionStore } from '../sections/section-store.ts'
import { pathOf } from '../sections/section-tree.ts'
import type { ArticleHead } from './article.ts'
import type { ArticleStore } from './article-store.ts'

/** What lists show of a public article. @param sections all sections of its site */
export function cardOf(
  article: ArticleHead,
  sections: readonly Section[],
): Omit<ArticleCard, 'publishedAt'> & { publishedAt: Date } {
  const section = sections.find(({ id }) => id === article.section)
  const { id, site, kind, title, summary, path, tags } = article
  return {
    id,
    site,
    kind,
    title,
    summary,
    path,
    tags,
    section: { id: article.section, title: section?.title ?? '', path: section ? pathOf(sections, section.id) : '/' },
    publishedAt: article.publishedAt ?? article.updatedAt,
    archived: article.state === 'archived',
  }
}

export type ArticleCards = ReturnType<typeof createArticleCards>

/** Cards for other concepts' pages. */
export const createArticleCards = ({ articles, sections }: { articles: ArticleStore; sections: SectionStore }) => ({
  async linkedTo(chantier: string) {
    const [linked, all] = await Promise.all([articles.linkedTo(chantier), sections.all()])
    return linked.map((article) => cardOf(article, all))
  },
})
