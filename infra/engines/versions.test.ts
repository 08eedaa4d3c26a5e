import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versions } from './versions.ts'

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as object).flatMap(leaves)

test('every version is pinned: no range, no tag that moves', () => {
  const { artifact: _, ...kafka } = versions.kafka
  for (const version of leaves({ ...versions, kafka }))
    assert.match(version, /^v?\d+\.\d+\.\d+(\.\d+)?(-\d{14}-[0-9a-f]{12})?$/)
})
