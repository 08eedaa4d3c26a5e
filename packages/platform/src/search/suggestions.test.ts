import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestedTitle, suggestionKeys, suggestionPrefix } from './suggestions.ts'

test('a title can be typed from any of its words that say something, without accents', () => {
  assert.deepEqual(suggestionKeys('L’Église de la Nativité'), {
    whole: 'l eglise de la nativite',
    inner: ['eglise de la nativite', 'nativite'],
  })
})

test('a prefix is folded in the same way', () => {
  assert.equal(suggestionPrefix(' L’ÉGL'), 'l egl')
  assert.equal(suggestionPrefix('«!»'), '')
  assert.ok(suggestionPrefix('x'.repeat(10_000)).length <= 80)
})

test('the title shown is the one that begins like what was typed', () => {
  const fields = { title: { type: 'text', boost: 3, suggest: true }, place: { type: 'text', suggest: true } } as const
  const values = { title: 'Le moulin de Saint-Antonin', place: 'Saint-Antonin-Noble-Val' }
  assert.equal(suggestedTitle(fields, values, 'saint an'), 'Saint-Antonin-Noble-Val')
  assert.equal(suggestedTitle(fields, values, 'moulin'), 'Le moulin de Saint-Antonin')
})
