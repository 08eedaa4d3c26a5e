import assert from 'node:assert/strict'
import { test } from 'node:test'
import { topicOf } from '@pmq/platform/events'
import { hiddenContentEvents, publicContentEvents } from '../content/index.ts'
import { topics } from './index.ts'

test('every event of the contracts travels on a topic that the bootstrap creates', () => {
  const names = new Set(topics.map(({ name }) => name))
  for (const { type } of [...publicContentEvents, ...hiddenContentEvents]) assert.ok(names.has(topicOf(type)), type)
})
