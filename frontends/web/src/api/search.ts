import type { SiteId } from '@pmq/contracts/content'
import { type ApiClient, query } from './api-client.ts'

export type Piece = { text: string; marked: boolean }
export type Hit = {
  id: string
  site: SiteId
  kind: string
  title: string
  summary: string
  path: string
  section: { id: string; title: string } | null
  publishedAt: string | null
  archived: boolean
  highlights: { title: Piece[]; text: Piece[] }
}
export type FacetValue = { value: string; count: number; label: string }
export type SearchResults = {
  items: Hit[]
  total: number
  facets: { site: FacetValue[]; kind: FacetValue[]; section: FacetValue[] }
  corrected?: string
}
export type SearchQuestion = {
  q?: string
  site?: string
  kind?: string
  section?: string
  tag?: string
  page?: number
  perPage?: number
}

export const createSearch = ({ get }: ApiClient) => ({
  search: (question: SearchQuestion) => get<SearchResults>(`/api/search${query(question)}`),
})

export type Search = ReturnType<typeof createSearch>
