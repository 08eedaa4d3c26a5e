import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { silentLog } from '@pmq/platform/log'
import { createElasticsearchEngine } from '@pmq/platform/search/elasticsearch'
import { engineAddress } from '../engines/index.ts'
import { eventually } from '../eventually/index.ts'
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

test('two programs that rebuild an index at the same moment leave a whole one, and writes go on meanwhile', async (t) => {
  const url = engineAddress('ELASTICSEARCH_URL')
  const prefix = `rebuilds-${randomUUID().slice(0, 8)}-`
  const open = async () => {
    const engine = createElasticsearchEngine({ url, engine: engineName, prefix, log: silentLog() })
    t.after(engine.close)
    return engine.index({ name: 'things', version: 1, fields: { title: { type: 'text' } } })
  }
  t.after(() => dropIndexes(url, prefix))
  const programs = [await open(), await open()]
  const things = Array.from({ length: 50 }, (_, n) => ({ id: `${n}`, version: 1, fields: { title: `moulin ${n}` } }))
  const [one, two] = programs
  assert.ok(one && two)
  const rebuilds = programs.map((index) =>
    index.rebuild(async (fresh) => {
      for (const thing of things) await fresh.put([thing])
    }),
  )
  for (let version = 1; version <= 10; version += 1)
    await one.put([{ id: '0', version, fields: { title: 'pigeonnier' } }])
  const outcomes = await Promise.allSettled(rebuilds)
  assert.ok(
    outcomes.some(({ status }) => status === 'fulfilled'),
    'the last one to begin ends',
  )
  await eventually(async () => assert.equal(await two.count(), things.length), { every: 100 })
})

/** By name: engines refuse to delete by a pattern. */
async function dropIndexes(url: string, prefix: string) {
  const found = (await (await fetch(`${url}/_cat/indices/${prefix}*?format=json`)).json()) as { index: string }[]
  for (const { index } of found) await (await fetch(`${url}/${index}`, { method: 'DELETE' })).text()
}
