import type { SearchAnswer } from '@pmq/contracts/search'
import { type ApiClient, query } from './api-client.ts'

export type SearchQuestion = {
  q?: string
  site?: string
  kind?: string
  section?: string
  tag?: string
  page?: number
  perPage?: number
}

const nothing: SearchAnswer = { items: [], total: 0, facets: { site: [], kind: [], section: [] } }

/** What the pages ask of the search. */
export const createSearch = ({ find }: ApiClient) => ({
  /** A question that makes no sense (a kind that does not exist) finds nothing. */
  search: async (question: SearchQuestion) => (await find<SearchAnswer>(`/api/search${query(question)}`)) ?? nothing,
})

export type Search = ReturnType<typeof createSearch>
