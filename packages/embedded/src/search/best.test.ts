import assert from 'node:assert/strict'
import { test } from 'node:test'
import { best } from './best.ts'

const ascending = (a: number, b: number) => a - b

test('gives the same as sorting everything', () => {
  const items = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 5003)
  const sorted = items.toSorted(ascending)
  for (const [offset, count] of [
    [0, 1],
    [0, 20],
    [40, 20],
    [4990, 20],
    [6000, 20],
    [0, 0],
  ] as const) {
    assert.deepEqual(best(items, offset, count, ascending), sorted.slice(offset, offset + count))
  }
})
