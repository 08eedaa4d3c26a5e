import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageNumbers } from './page-numbers.ts'

test('the ends and the neighbours are offered, with gaps between them', () => {
  assert.deepEqual(pageNumbers(1, 1), [1])
  assert.deepEqual(pageNumbers(5, 9), [1, null, 4, 5, 6, null, 9])
  assert.deepEqual(pageNumbers(2, 4), [1, 2, 3, 4])
})
