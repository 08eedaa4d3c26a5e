import { type PublicIndex, subjectOf } from './public-index.ts'

const freshMs = 5_000

/** Titles of sections by id: labels of the facet. Read at most once in five seconds; a new name may show that late there. */
export function createSectionTitles(index: PublicIndex, clock: () => Date): () => Promise<Record<string, string>> {
  let titles: Record<string, string> = {}
  let readAt = 0
  return async () => {
    const now = clock().getTime()
    if (now - readAt > freshMs) {
      readAt = now
      const sections = await index.search({ filters: { kind: ['section'] }, perPage: 500 })
      titles = Object.fromEntries(
        sections.items.map(({ id, fields }) => [subjectOf(id), fields.title ?? subjectOf(id)]),
      )
    }
    return titles
  }
}
