import type { SearchEngine } from '@pmq/platform/search'
import { createElasticsearchEngine, type ElasticsearchOptions } from '@pmq/platform/search/elasticsearch'

export type ElasticsearchBootstrap = Omit<ElasticsearchOptions, 'log'> & {
  /** How each owner opens its index: the definitions, and what creating means, are the adapter's own. */
  indexes: readonly ((engine: SearchEngine) => Promise<{ count(): Promise<number> }>)[]
}

/**
 * Creates the search indexes that are missing, empty: their owners fill them from the events. Idempotent.
 * @returns how many documents each has
 * @throws Error with code `SEARCH_FIELDS_CHANGED` when an index has other fields than its version promises
 */
export async function bootstrapElasticsearch({ indexes, ...options }: ElasticsearchBootstrap): Promise<number[]> {
  const engine = createElasticsearchEngine({ ...options, log: { warn: () => undefined } })
  try {
    const counts: number[] = []
    for (const open of indexes) counts.push(await (await open(engine)).count())
    return counts
  } finally {
    await engine.close()
  }
}
