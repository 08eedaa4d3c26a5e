import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rangeOf } from './range.ts'

test('a range is clipped to the object', () => {
  assert.deepEqual(rangeOf('bytes=0-0', 10), { first: 0, last: 0 })
  assert.deepEqual(rangeOf('bytes=2-5', 10), { first: 2, last: 5 })
  assert.deepEqual(rangeOf('bytes=7-', 10), { first: 7, last: 9 })
  assert.deepEqual(rangeOf('bytes=7-99', 10), { first: 7, last: 9 })
  assert.deepEqual(rangeOf('bytes=-3', 10), { first: 7, last: 9 })
  assert.deepEqual(rangeOf('bytes=-99', 10), { first: 0, last: 9 })
})

test('a range without a byte of the object is refused', () => {
  for (const [header, size] of [
    ['bytes=10-', 10],
    ['bytes=-0', 10],
    ['bytes=0-', 0],
    ['bytes=-5', 0],
  ] as const) {
    assert.throws(() => rangeOf(header, size), { code: 'InvalidRange' }, header)
  }
})

test('what is not a range of bytes is ignored, and several ranges are refused by name', () => {
  for (const header of [undefined, 'items=0-1', 'bytes=x', 'bytes=-', 'bytes=5-2', 'bytes=1--2']) {
    assert.equal(rangeOf(header, 10), undefined)
  }
  assert.throws(() => rangeOf('bytes=0-1,3-4', 10), { code: 'NotImplemented' })
})
