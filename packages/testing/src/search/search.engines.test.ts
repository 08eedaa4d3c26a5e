import { randomUUID } from 'node:crypto'
import { silentLog } from '@pmq/platform/log'
import { createElasticsearchEngine } from '@pmq/platform/search/elasticsearch'
import { engineAddress } from '../engines/index.ts'
import { searchContract } from './index.ts'

const engineName = engineAddress('SEARCH_ENGINE') === 'opensearch' ? 'opensearch' : 'elasticsearch'

searchContract(engineName === 'opensearch' ? 'OpenSearch' : 'Elasticsearch', {
  async start() {
    const url = engineAddress('ELASTICSEARCH_URL')
    const prefix = `contract-${randomUUID().slice(0, 8)}-`
    const engine = createElasticsearchEngine({ url, engine: engineName, prefix, log: silentLog() })
    return {
      engine,
      async stop() {
        await engine.close()
        await dropIndexes(url, prefix)
      },
    }
  },
})

/** By name: engines refuse to delete by a pattern. */
async function dropIndexes(url: string, prefix: string) {
  const found = (await (await fetch(`${url}/_cat/indices/${prefix}*?format=json`)).json()) as { index: string }[]
  for (const { index } of found) await (await fetch(`${url}/${index}`, { method: 'DELETE' })).text()
}
