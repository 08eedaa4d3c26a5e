import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, wordsOf } from '@pmq/rich-text'
import { sentencesIn, wordsIn } from './words-and-sentences.ts'

test('words are bare of punctuation, and as many as @pmq/rich-text counts', () => {
  const text = 'L’eau, «\u202foui\u202f» – 26\u00a0%\u202f!'
  assert.deepEqual(wordsIn(text), ['L’eau', 'oui', '26'])
  assert.equal(wordsIn(text).length, wordsOf(fromMarkdown(text)))
})

test('sentences end at a full stop, an exclamation, a question or an ellipsis', () => {
  assert.deepEqual(sentencesIn('La halle ouvre. Venez\u202f! Qui vient\u202f? Tous… Ou presque'), [
    'La halle ouvre.',
    'Venez\u202f!',
    'Qui vient\u202f?',
    'Tous…',
    'Ou presque',
  ])
  assert.equal(sentencesIn('Il dit\u00a0: «\u00a0Venez\u202f!\u00a0» Chacun vint. «\u00a0Bien.\u00a0»').length, 3)
})

test('neither a usual abbreviation, nor a number, nor an address ends a sentence', () => {
  assert.equal(
    sentencesIn('Selon l’art. 12 du règlement, comptez 3.5 km jusqu’à exemple.fr et env. 2 heures.').length,
    1,
  )
  assert.equal(sentencesIn('Le pain est un art. Venez à 9 h. Le four est chaud.').length, 3)
  assert.equal(sentencesIn('La rue J. Verger est fermée.').length, 1)
})

test('a text without words has no sentence', () => {
  assert.deepEqual(sentencesIn(' … '), [])
})
