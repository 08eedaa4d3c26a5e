import {
  type ArticleCard,
  type AxisView,
  type ChantierPage,
  type ChantierView,
  type CommunePage,
  type CommuneView,
  type EpciView,
  type SiteId,
  type SitePage,
  type SiteView,
  siteIds,
  type TreeNode,
} from '@pmq/contracts/content'
import { type ApiClient, query } from './api-client.ts'

type List<View> = { items: View[]; total: number }
export type Address = { path: string; title: string; kind: string; updatedAt: string }
export type ArticleFilter = { section?: string; chantier?: string; tag?: string; page?: number; perPage?: number }

/** Whole lists of the territory: 49 communes and 15 chantiers fit in one page. */
const whole = query({ perPage: 100 })
const segment = encodeURIComponent

/** What the pages read from the content service; `undefined` means that nothing public is there. */
export const createContent = ({ find, get, getKept }: ApiClient) => ({
  /** The portal first, always in the same order. */
  async sites() {
    const { items } = await getKept<List<SiteView>>('/api/content/sites')
    return items.toSorted((a, b) => siteIds.indexOf(a.id) - siteIds.indexOf(b.id))
  },
  tree: async (site: SiteId) => (await getKept<{ items: TreeNode[] }>(`/api/content/sites/${site}/tree`)).items,
  page: (site: SiteId, path: string, page: number) =>
    find<SitePage>(`/api/content/sites/${site}/page${query({ path, page })}`),
  articles: (site: SiteId, filter: ArticleFilter) =>
    get<List<ArticleCard>>(`/api/content/sites/${site}/articles${query(filter)}`),
  addresses: async (site: SiteId) => (await get<{ items: Address[] }>(`/api/content/sites/${site}/addresses`)).items,
  axes: async () => (await get<{ items: AxisView[] }>('/api/content/axes')).items,
  chantiers: async () => (await get<List<ChantierView>>(`/api/content/chantiers${whole}`)).items,
  chantierPage: (slug: string) => find<ChantierPage>(`/api/content/chantier-pages/${segment(slug)}`),
  communes: async () => (await get<List<CommuneView>>(`/api/content/communes${whole}`)).items,
  communePage: (slug: string) => find<CommunePage>(`/api/content/commune-pages/${segment(slug)}`),
  epcis: async () => (await get<List<EpciView>>('/api/content/epcis')).items,
})

export type Content = ReturnType<typeof createContent>
