import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionText, stepFrom } from './position.ts'

test('after the last slide comes the first, and before the first the last', () => {
  assert.deepEqual([stepFrom(2, 1, 3), stepFrom(0, -1, 3), stepFrom(0, 1, 3)], [0, 2, 1])
})

test('the position is counted from one', () => {
  assert.equal(positionText(0, 5), '1\u00a0sur\u00a05')
})
