import type { Log } from '../../log/index.ts'
import type { SearchEngine } from '../search-engine.ts'
import { openElasticsearchIndex } from './elasticsearch-index.ts'
import { createSearchClient, type SearchClientOptions } from './search-client.ts'

export type ElasticsearchOptions = SearchClientOptions & {
  /** Before the names of all indexes, when several platforms share an engine; lower case. */
  prefix?: string
  log: Pick<Log, 'warn'>
}

const CHECK_MS = 3000

/** The search port on Elasticsearch 9 or OpenSearch 2.19 and later. Nothing is asked of the engine before the first index. */
export function createElasticsearchEngine({ prefix = '', log, ...options }: ElasticsearchOptions): SearchEngine {
  const client = createSearchClient(options)
  let closed = false
  const open = () => {
    if (closed) throw new Error('The search engine is closed.')
  }
  return {
    async index(definition) {
      open()
      return openElasticsearchIndex(client, prefix, definition, log)
    },
    async check() {
      open()
      await client.info({}, { requestTimeout: CHECK_MS, maxRetries: 0 })
    },
    async close() {
      closed = true
      await client.close()
    },
  }
}
