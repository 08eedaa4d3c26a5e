import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { startEngines } from '@pmq/infra/engines'
import type { SearchEngine } from '@pmq/platform/search'
import { engineAddress } from '@pmq/testing/engines'
import { eventually } from '@pmq/testing/eventually'
import { bootstrapElasticsearch } from './index.ts'

before(() => startEngines(['opensearch']))

test('the index is made once, and the second bootstrap finds what it holds', { timeout: 120_000 }, async () => {
  const options = {
    url: engineAddress('ELASTICSEARCH_URL'),
    engine: (process.env.SEARCH_ENGINE ?? 'opensearch') as 'opensearch' | 'elasticsearch',
    prefix: `test-${randomUUID()}-`,
  }
  const open = (engine: SearchEngine) =>
    engine.index({ name: 'public', version: 1, fields: { title: { type: 'text' } } as const })
  assert.deepEqual(await bootstrapElasticsearch({ ...options, indexes: [open] }), [0])
  const fill = async (engine: SearchEngine) => {
    const index = await open(engine)
    await index.put([{ id: 'a', version: 1, fields: { title: 'Le moulin' } }])
    return index
  }
  await bootstrapElasticsearch({ ...options, indexes: [fill] })
  // What was put is found within a second, not at once.
  await eventually(async () => assert.deepEqual(await bootstrapElasticsearch({ ...options, indexes: [open] }), [1]))
})
