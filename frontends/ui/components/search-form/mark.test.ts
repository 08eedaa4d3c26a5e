import assert from 'node:assert/strict'
import { test } from 'node:test'
import { around } from './mark.ts'

test('what was typed is found in a title, accents and case aside', () => {
  assert.deepEqual(around('Énergie positive', 'energ'), ['', 'Énerg', 'ie positive'])
  assert.deepEqual(around('Le projet alimentaire', 'ALIM'), ['Le projet ', 'alim', 'entaire'])
})

test('a title without it stays whole', () => {
  assert.deepEqual(around('Mobilité', 'zzz'), ['Mobilité', '', ''])
  assert.deepEqual(around('Mobilité', ''), ['Mobilité', '', ''])
})
