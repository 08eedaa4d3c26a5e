import { siteId, siteView, treeNode } from '@pmq/contracts/content'
import { listOf } from '@pmq/contracts/shared'
import { found } from '@pmq/platform/errors'
import { anyone, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import type { SectionStore } from '../sections/section-store.ts'
import { treeOf } from '../sections/section-tree.ts'
import type { Site, SiteStore } from './site-store.ts'

const params = z.object({ site: siteId })
const viewOf = ({ version: _version, ...site }: Site) => site

export const sitesApi = ({ sites, sections }: { sites: SiteStore; sections: SectionStore }): Route[] => [
  route('GET /sites', {
    title: 'List the public sites',
    allow: anyone,
    answers: { 200: listOf(siteView) },
    dependsOn: () => ['sites'],
    async handle() {
      const items = (await sites.all()).map(viewOf)
      return { items, total: items.length }
    },
  }),
  route('GET /sites/{site}', {
    title: 'Read a site: its names and its home page',
    allow: anyone,
    params,
    answers: { 200: siteView },
    dependsOn: () => ['sites'],
    handle: async ({ params }) => viewOf(found(await sites.get(params.site))),
  }),
  route('GET /sites/{site}/tree', {
    title: 'Read the tree of a site: its menu, breadcrumb, footer and site map are drawn from it',
    allow: anyone,
    params,
    answers: { 200: z.object({ items: z.array(treeNode) }) },
    dependsOn: ({ params }) => [`tree:${params.site}`],
    handle: async ({ params }) => ({ items: treeOf(await sections.ofSite(params.site)) }),
  }),
]
