import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topicConfig } from './kafka-topics.ts'

test('a topic keeps the last event of each subject, and everything of a month, unless told to keep all', () => {
  const entries = (keep?: 'compact' | 'everything') =>
    Object.fromEntries(
      (topicConfig('content.article', keep ? { keep } : {}).configEntries ?? []).map(({ name, value }) => [
        name,
        value,
      ]),
    )
  assert.equal(entries()['cleanup.policy'], 'compact')
  assert.equal(entries()['min.compaction.lag.ms'], '2592000000')
  assert.equal(entries('everything')['cleanup.policy'], 'delete')
  assert.equal(entries('everything')['retention.ms'], '-1')
})
