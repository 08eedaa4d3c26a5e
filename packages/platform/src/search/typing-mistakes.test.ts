import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forgivenMistakes, mistakesBetween } from './typing-mistakes.ts'

test('one mistake is a letter changed, missing, too many, or two neighbours swapped', () => {
  for (const typed of ['moulim', 'mouln', 'mouliin', 'muolin']) assert.equal(mistakesBetween(typed, 'moulin', 2), 1)
  assert.equal(mistakesBetween('moulin', 'moulin', 2), 0)
  assert.equal(mistakesBetween('patrimione', 'patrimoine', 2), 1)
  assert.equal(mistakesBetween('patrimnoie', 'patrimoine', 2), 2)
})

test('what is farther than asked is told as one more, at once', () => {
  assert.equal(mistakesBetween('moulin', 'lavoir', 2), 3)
  assert.equal(mistakesBetween('a', 'abcdef', 1), 2)
  assert.equal(mistakesBetween('', 'ab', 2), 2)
})

test('short words and numbers are taken as typed, long words may have two mistakes', () => {
  assert.deepEqual(['pre', '2042', 'pont', 'châteaux'].map(forgivenMistakes), [0, 0, 1, 2])
})
