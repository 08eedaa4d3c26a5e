import assert from 'node:assert/strict'
import { test } from 'node:test'
import { covers } from './covers.ts'

test('what Keycloak adds by itself is no difference', () => {
  assert.ok(covers({ name: 'a', id: '1', list: [{ x: 1, y: 2 }] }, { name: 'a', list: [{ x: 1 }] }))
})

test('the order of a list is no difference, its members are', () => {
  assert.ok(covers(['a', 'b'], ['b', 'a']))
  assert.ok(!covers(['a', 'b'], ['a']))
  assert.ok(!covers(['a'], ['a', 'b']))
  assert.ok(!covers(undefined, []))
})

test('another value is a difference, however deep', () => {
  assert.ok(!covers({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }))
})
