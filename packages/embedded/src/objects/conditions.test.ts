import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRead, checkWrite } from './conditions.ts'

const modified = Date.parse('2026-03-01T10:00:00.700Z')
const object = { etag: 'abc', modified }

test('an object that the reader has already is not sent again', () => {
  assert.equal(checkRead({ noneMatch: '"abc"' }, object), 'unchanged')
  assert.equal(checkRead({ noneMatch: 'W/"x", "abc"' }, object), 'unchanged')
  assert.equal(checkRead({ noneMatch: '"x"' }, object), 'send')
  assert.equal(checkRead({ modifiedSince: 'Sun, 01 Mar 2026 10:00:00 GMT' }, object), 'unchanged')
  assert.equal(checkRead({ modifiedSince: 'Sun, 01 Mar 2026 09:59:59 GMT' }, object), 'send')
  assert.equal(checkRead({ modifiedSince: 'not a date' }, object), 'send')
})

test('a reader who expects another object is told so', () => {
  assert.equal(checkRead({ match: '"abc"' }, object), 'send')
  assert.throws(() => checkRead({ match: '"x"' }, object), { code: 'PreconditionFailed' })
  const before = { unmodifiedSince: 'Sun, 01 Mar 2026 09:59:59 GMT' }
  assert.throws(() => checkRead(before, object), { code: 'PreconditionFailed' })
  assert.equal(checkRead({ ...before, match: '"abc"' }, object), 'send')
})

test('a write may ask for a free key, or for the object it knows', () => {
  checkWrite({ noneMatch: '*' }, undefined)
  checkWrite({ match: '"abc"' }, object)
  assert.throws(() => checkWrite({ noneMatch: '*' }, object), { code: 'PreconditionFailed' })
  assert.throws(() => checkWrite({ match: '"x"' }, object), { code: 'PreconditionFailed' })
  assert.throws(() => checkWrite({ match: '"abc"' }, undefined), { code: 'NoSuchKey' })
})
