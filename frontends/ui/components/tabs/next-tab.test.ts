import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTab } from './next-tab.ts'

test('arrows go round, Home and End go to the ends, other keys stay', () => {
  assert.deepEqual(
    [
      nextTab('ArrowRight', 2, 3),
      nextTab('ArrowLeft', 0, 3),
      nextTab('Home', 2, 3),
      nextTab('End', 0, 3),
      nextTab('a', 0, 3),
    ],
    [0, 2, 0, 2, undefined],
  )
})
