import { counted } from '@pmq/french'
import type { BodyNode } from '../text/body-node.ts'
import { type ReadabilityLabel, readabilityOf } from '../text/readability.ts'
import { type Advice, adviceOf } from './advice.ts'

const readability = adviceOf('body.readability', 'body')

const meaning: Record<ReadabilityLabel, string> = {
  facile: 'Le texte est facile à lire',
  courant: 'Le texte est d’une lecture courante',
  exigeant: 'Le texte est d’une lecture exigeante',
}

/** How much the text asks of its reader. Nothing is said of short texts. */
export function readabilityAdvice(body: BodyNode): Advice[] {
  const measured = readabilityOf(body)
  if (measured === undefined) return []
  const { label, score, wordsPerSentence } = measured
  const text = `${meaning[label]}\u00a0: indice\u00a0${Math.min(100, Math.max(0, score))} sur 100, avec ${counted(Math.round(wordsPerSentence), 'mot')} par phrase en moyenne.`
  if (label !== 'exigeant') return readability.fine(text)
  return readability.better(
    text,
    wordsPerSentence > 20
      ? 'Coupez les phrases les plus longues\u00a0; quinze à vingt mots se lisent d’une traite.'
      : 'Préférez des mots courts et de tous les jours, et expliquez les autres.',
  )
}
