import { sectionInput, sectionView, siteId } from '@pmq/contracts/content'
import { id, listOf } from '@pmq/contracts/shared'
import { found } from '@pmq/platform/errors'
import { anyOf, problem, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import { createSection, deleteSection, reviseSection, type Section } from './section.ts'
import type { SectionStore } from './section-store.ts'
import { lineageOf, pathOf } from './section-tree.ts'

const params = z.object({ id })
const placeProblems = ['slug.taken', 'slug.reserved', 'section.too-deep', 'section.unknown-parent'] as const

export const viewOf = (section: Section, all: readonly Section[]) => {
  const { formerPaths: _former, menuTitle, ...rest } = section
  return {
    ...rest,
    ...(menuTitle ? { menuTitle } : {}),
    path: pathOf(all, section.id),
    depth: lineageOf(all, section.id).length,
  }
}

export const sectionsApi = ({
  sections,
  countContents,
  clock,
}: {
  sections: SectionStore
  countContents: (sectionId: string) => Promise<number>
  clock: () => Date
}): Route[] => [
  route('GET /sections', {
    title: 'List sections in the order of the tree',
    allow: anyOf('editor', 'moderator', 'committee', 'treasurer', 'viewer'),
    query: z.strictObject({
      site: z.array(siteId).optional(),
      page: z.coerce.number().int().min(1).default(1),
      perPage: z.coerce.number().int().min(1).max(500).default(500),
      q: z.string().max(200).optional(),
    }),
    answers: { 200: listOf(sectionView) },
    async handle({ query }) {
      const all = await sections.all()
      const key = (section: Section) =>
        `${section.site} ${lineageOf(all, section.id)
          .map((step) => String(step.position).padStart(5, '0') + step.slug)
          .join(' ')}`
      const chosen = all
        .filter(
          (section) =>
            (!query.site || query.site.includes(section.site)) &&
            (!query.q || section.title.toLowerCase().includes(query.q.toLowerCase())),
        )
        .map((section) => ({ section, order: key(section) }))
        .sort((a, b) => (a.order < b.order ? -1 : 1))
      const start = (query.page - 1) * query.perPage
      return {
        items: chosen.slice(start, start + query.perPage).map(({ section }) => viewOf(section, all)),
        total: chosen.length,
      }
    },
  }),
  route('GET /sections/{id}', {
    title: 'Read a section',
    allow: anyOf('editor', 'moderator', 'committee', 'treasurer', 'viewer'),
    params,
    answers: { 200: sectionView },
    async handle({ params }) {
      const section = found(await sections.get(params.id))
      return viewOf(section, await sections.ofSite(section.site))
    },
  }),
  route('POST /sections', {
    title: 'Add a section to a site’s tree',
    allow: anyOf('editor'),
    idempotent: true,
    body: sectionInput,
    answers: { 201: sectionView, 409: problem(...placeProblems) },
    async handle({ body, newId }) {
      const others = await sections.ofSite(body.site)
      const section = await sections.insert(createSection(body, { id: newId(), others, now: clock() }))
      return viewOf(section, [...others, section])
    },
  }),
  route('PUT /sections/{id}', {
    title: 'Rename, move or reorder a section',
    allow: anyOf('editor'),
    needsVersion: true,
    params,
    body: sectionInput,
    answers: { 200: sectionView, 409: problem(...placeProblems, 'section.other-site', 'section.cycle') },
    async handle({ params, body, ifMatch }) {
      const section = found(await sections.get(params.id))
      const others = await sections.ofSite(section.site)
      const saved = await sections.commit(reviseSection(section, body, { others, now: clock() }), ifMatch)
      return viewOf(saved, await sections.ofSite(section.site))
    },
  }),
  route('DELETE /sections/{id}', {
    title: 'Delete an empty section',
    allow: anyOf('editor'),
    needsVersion: true,
    params,
    answers: { 204: null, 409: problem('section.not-empty') },
    async handle({ params, ifMatch }) {
      const section = found(await sections.get(params.id))
      const others = await sections.ofSite(section.site)
      await sections.remove(deleteSection(section, { others, contents: await countContents(section.id) }), ifMatch)
    },
  }),
]
