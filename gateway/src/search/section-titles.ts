import { type PublicIndex, subjectOf } from './public-index.ts'
import { siteNames } from './site-names.ts'

const freshMs = 5_000
const everySection = 500

/**
 * Titles of sections by id: labels of the facet. Those that several sites share tell their site too. Read at most once in
 * five seconds; a new name may show that late there.
 */
export function createSectionTitles(index: PublicIndex, clock: () => Date): () => Promise<Record<string, string>> {
  let titles: Record<string, string> = {}
  let readAt = 0
  return async () => {
    const now = clock().getTime()
    if (now - readAt <= freshMs) return titles
    readAt = now
    const { items } = await index.search({ filters: { kind: ['section'] }, perPage: everySection })
    const sections = items.map(({ id, fields }) => ({
      id: subjectOf(id),
      title: fields.title ?? '',
      site: String(fields.site),
    }))
    const sharing = (title: string) => sections.filter((section) => section.title === title).length
    titles = Object.fromEntries(
      sections.map(({ id, title, site }) => [id, sharing(title) > 1 ? `${title} (${siteNames[site] ?? site})` : title]),
    )
    return titles
  }
}
