import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockText } from './clock-text.ts'

test('a duration reads as on a clock, hours only when there are some', () => {
  assert.deepEqual([0, 65, 245.9, 3729, Number.NaN].map(clockText), ['0:00', '1:05', '4:05', '1:02:09', '0:00'])
})
