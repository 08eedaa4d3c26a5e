import type { BodyNode } from './body-node.ts'
import { passagesOf } from './passages.ts'
import { syllablesIn } from './syllables.ts'
import { sentencesIn, wordsIn } from './words-and-sentences.ts'

/** How much a text asks of its reader, in plain words. */
export type ReadabilityLabel = 'facile' | 'courant' | 'exigeant'
export type Readability = { score: number; label: ReadabilityLabel; wordsPerSentence: number; syllablesPerWord: number }

/** Flesch measured samples of a hundred words; on fewer, the figure says nothing. */
const fewestWords = 100

/**
 * How easy the running text is to read: 207 − 1.015 × words per sentence − 73.6 × syllables per word, higher is easier
 * (about 0 to 100), or `undefined` below 100 words. Headings and tables are not counted.
 *
 * Source: L. Kandel and A. Moles, “Application de l’indice de Flesch à la langue française”, Cahiers d’études de
 * radio-télévision, 1958, no. 19, pp. 253–274; the coefficients are those of koRpus (R), `flesch(parameters = "fr")`, which
 * gives the last one as 0.736 for a hundred words. The labels follow Flesch’s own classes: from 70 fairly easy, below 50 difficult.
 */
export function readabilityOf(body: BodyNode): Readability | undefined {
  const sentences = passagesOf(body).flatMap(({ text }) => sentencesIn(text))
  const words = sentences.flatMap(wordsIn)
  if (words.length < fewestWords) return undefined
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0)
  const wordsPerSentence = words.length / sentences.length
  const syllablesPerWord = syllables / words.length
  const score = Math.round(207 - 1.015 * wordsPerSentence - 73.6 * syllablesPerWord)
  return { score, label: labelOf(score), wordsPerSentence, syllablesPerWord }
}

function labelOf(score: number): ReadabilityLabel {
  if (score >= 70) return 'facile'
  return score >= 50 ? 'courant' : 'exigeant'
}
