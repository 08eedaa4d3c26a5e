import { siteId, siteView, treeNode } from '@pmq/contracts/content'
import { listOf } from '@pmq/contracts/shared'
import { perKept } from '@pmq/platform/documents'
import { found } from '@pmq/platform/errors'
import { anyone, type Route, route } from '@pmq/platform/http'
import { z } from 'zod'
import type { Section } from '../sections/section.ts'
import type { SectionStore } from '../sections/section-store.ts'
import { treeOf } from '../sections/section-tree.ts'
import type { Site, SiteStore } from './site-store.ts'

const params = z.object({ site: siteId })
const viewOf = ({ version: _version, ...site }: Site) => site

// Every page asks for both: the answers are made once.
const listAnswer = perKept((sites: readonly Site[]) => ({ items: sites.map(viewOf), total: sites.length }))
const treeAnswer = perKept((sections: readonly Section[]) => ({ items: treeOf(sections) }))

export const sitesApi = ({ sites, sections }: { sites: SiteStore; sections: SectionStore }): Route[] => [
  route('GET /sites', {
    title: 'List the public sites',
    allow: anyone,
    answers: { 200: listOf(siteView) },
    dependsOn: () => ['sites'],
    handle: async () => listAnswer(await sites.all()),
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
    handle: async ({ params }) => treeAnswer(await sections.ofSite(params.site)),
  }),
]
