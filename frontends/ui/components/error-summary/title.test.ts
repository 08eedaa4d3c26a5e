import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleOf } from './title.ts'

test('the title counts in words up to ten', () => {
  assert.equal(titleOf(1), 'Une réponse est à corriger')
  assert.equal(titleOf(2), 'Deux réponses sont à corriger')
  assert.equal(titleOf(12), '12 réponses sont à corriger')
})
