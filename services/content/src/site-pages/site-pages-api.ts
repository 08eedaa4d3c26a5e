import { articleCard, siteId, sitePage } from '@pmq/contracts/content'
import { id, listOf, moment } from '@pmq/contracts/shared'
import { anyone, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import { cardOf } from '../articles/article-cards.ts'
import { pathOf as chantierPath } from '../chantiers/chantier.ts'
import { pathOf, subtreeOf } from '../sections/section-tree.ts'
import { pathOf as communePath } from '../territory/commune.ts'
import type { TerritoryStore } from '../territory/territory-store.ts'
import { type SitePages, sitePageAt } from './site-page.ts'

const params = z.object({ site: siteId })
const page = z.coerce.number().int().min(1).max(10_000).default(1)
const address = z.object({ path: z.string(), title: z.string(), kind: z.string(), updatedAt: moment })
/** Any change of any content of the site: editors change some a day, and readers ask all day. */
const contentsOf = (site: string) => [`tree:${site}`, `articles:${site}`]

export const sitePagesApi = (stores: SitePages & { territory: TerritoryStore }): Route[] => [
  route('GET /sites/{site}/page', {
    title: 'Read all that the page at an address shows',
    allow: anyone,
    params,
    query: z.strictObject({
      path: z
        .string()
        .regex(/^\/[^\s?#]*$/, 'Une adresse commence par « / ».')
        .max(600),
      page,
    }),
    answers: { 200: sitePage },
    dependsOn: ({ params }) => [...contentsOf(params.site), 'chantiers'],
    handle: ({ params, query }) => sitePageAt(stores, params.site, query.path, query.page),
  }),
  route('GET /sites/{site}/articles', {
    title: 'List the news of a site, newest first',
    allow: anyone,
    params,
    query: z.strictObject({
      page,
      perPage: z.coerce.number().int().min(1).max(50).default(12),
      section: id.optional(),
      chantier: id.optional(),
      tag: z.string().max(60).optional(),
    }),
    answers: { 200: listOf(articleCard) },
    dependsOn: ({ params }) => contentsOf(params.site),
    async handle({ params, query }) {
      const sections = await stores.sections.ofSite(params.site)
      const within = query.section
        ? { section: { $in: subtreeOf(sections, query.section).map((section) => section.id) } }
        : {}
      const filter = {
        site: params.site,
        ...within,
        ...(query.chantier ? { chantier: query.chantier } : {}),
        ...(query.tag ? { tags: query.tag } : {}),
      }
      const { items, total } = await stores.articles.news(filter, {
        skip: (query.page - 1) * query.perPage,
        limit: query.perPage,
      })
      return { items: items.map((article) => cardOf(article, sections)), total }
    },
  }),
  route('GET /sites/{site}/addresses', {
    title: 'List every public address of a site',
    allow: anyone,
    params,
    answers: { 200: z.object({ items: z.array(address) }) },
    dependsOn: ({ params }) => [...contentsOf(params.site), 'chantiers', 'communes'],
    async handle({ params }) {
      const [sections, articles] = await Promise.all([
        stores.sections.ofSite(params.site),
        stores.articles.publicOf(params.site),
      ])
      const onPortal = params.site === 'portal'
      const [chantiers, communes] = onPortal
        ? await Promise.all([stores.chantiers.find({}), stores.territory.communes()])
        : [[], []]
      return {
        items: [
          ...sections.map((section) => ({
            path: pathOf(sections, section.id),
            title: section.title,
            kind: 'section',
            updatedAt: section.updatedAt,
          })),
          ...articles.map(({ path, title, kind, updatedAt }) => ({ path, title, kind, updatedAt })),
          ...chantiers.map((chantier) => ({
            path: chantierPath(chantier),
            title: chantier.title,
            kind: 'chantier',
            updatedAt: chantier.updatedAt,
          })),
          ...communes.map((commune) => ({
            path: communePath(commune),
            title: commune.name,
            kind: 'commune',
            updatedAt: commune.updatedAt,
          })),
        ],
      }
    },
  }),
]
