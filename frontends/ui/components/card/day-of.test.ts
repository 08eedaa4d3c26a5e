import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from './day-of.ts'

test('a day is that of Paris, and the first of a month is “1er”', () => {
  assert.deepEqual(dayOf('2019-01-12T18:00:00+01:00'), { number: '12', month: 'janvier' })
  assert.deepEqual(dayOf('2019-02-28T23:30:00Z'), { number: '1er', month: 'mars' })
})
