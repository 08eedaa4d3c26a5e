import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown } from '@pmq/rich-text'
import { readabilityOf } from './readability.ts'

const easy = 'Le chat dort sous la table. Il fait beau. Le jardin sent bon. '.repeat(12)
const demanding =
  'La mutualisation intercommunale des équipements structurants nécessite préalablement l’harmonisation des procédures administratives communautaires. '.repeat(
    10,
  )

test('short words in short sentences are easy, long ones are demanding', () => {
  assert.equal(readabilityOf(fromMarkdown(easy))?.label, 'facile')
  assert.equal(readabilityOf(fromMarkdown(demanding))?.label, 'exigeant')
})

test('the score is that of Kandel and Moles', () => {
  const { score, wordsPerSentence, syllablesPerWord } = readabilityOf(fromMarkdown(easy)) ?? assert.fail()
  // Twelve times 13 words, of which only « jardin » has two syllables, in three sentences.
  assert.equal(wordsPerSentence, 13 / 3)
  assert.equal(syllablesPerWord, 14 / 13)
  assert.equal(score, Math.round(207 - 1.015 * (13 / 3) - 73.6 * (14 / 13)))
})

test('nothing is said of a text of fewer than 100 words', () => {
  assert.equal(readabilityOf(fromMarkdown('Un mot. '.repeat(49))), undefined)
})

test('headings and tables do not weigh', () => {
  const alone = readabilityOf(fromMarkdown(easy))
  const withMore = readabilityOf(
    fromMarkdown(`## Intercommunalité institutionnelle\n\n${easy}\n\n| a | b |\n|---|---|\n| c | d |`),
  )
  assert.deepEqual(withMore, alone)
})
