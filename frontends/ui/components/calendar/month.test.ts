import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthName, weeksOf } from './month.ts'

test('a month is cut into weeks that begin on Monday', () => {
  const weeks = weeksOf('2019-01') // 1 January 2019 is a Tuesday
  assert.equal(weeks.length, 5)
  assert.deepEqual(weeks[0]?.slice(0, 3), [undefined, '2019-01-01', '2019-01-02'])
  assert.deepEqual(weeks[4]?.slice(2, 5), ['2019-01-30', '2019-01-31', undefined])
})

test('a February of four weeks and a month over six weeks both fit', () => {
  assert.equal(weeksOf('2021-02').length, 4)
  assert.equal(weeksOf('2021-02')[0]?.[0], '2021-02-01')
  assert.equal(weeksOf('2021-05').length, 6)
  assert.equal(weeksOf('2020-02').flat().filter(Boolean).length, 29)
})

test('a month has its French name', () => {
  assert.equal(monthName('2019-08'), 'août 2019')
})
