import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { startEngines } from '@pmq/infra/engines'
import { engineAddress } from '@pmq/testing/engines'
import { bootstrapKafka } from './index.ts'

const brokers = () => [engineAddress('KAFKA_BROKERS')]

before(() => startEngines(['kafka']))

test('the second bootstrap changes nothing, and a changed promise is corrected', { timeout: 120_000 }, async () => {
  const name = `test.${randomUUID()}`
  const bootstrap = (keep: 'compact' | 'everything') =>
    bootstrapKafka({ brokers: brokers(), partitions: 2, topics: [{ name, keep }] })
  assert.deepEqual(await bootstrap('compact'), [`topic ${name}`])
  assert.deepEqual(await bootstrap('compact'), [])
  assert.deepEqual(await bootstrap('everything'), [`what topic ${name} keeps`])
  assert.deepEqual(await bootstrap('everything'), [])
})

test('the topics of the contracts are all there after the bootstrap', { timeout: 120_000 }, async () => {
  await bootstrapKafka({ brokers: brokers() })
  assert.deepEqual(await bootstrapKafka({ brokers: brokers() }), [])
})
