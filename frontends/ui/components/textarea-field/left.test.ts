import assert from 'node:assert/strict'
import { test } from 'node:test'
import { left } from './left.ts'

test('a counter tells what is left, then what is too much; zero and one are singular', () => {
  assert.equal(left(10, 300), 'Il vous reste 290\u00a0caractères.')
  assert.equal(left(299, 300), 'Il vous reste 1\u00a0caractère.')
  assert.equal(left(300, 300), 'Il vous reste 0\u00a0caractère.')
  assert.equal(left(302, 300), '2\u00a0caractères de trop.')
})
