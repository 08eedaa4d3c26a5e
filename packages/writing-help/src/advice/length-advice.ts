import { counted } from '@pmq/french'
import type { BodyNode } from '../text/body-node.ts'
import { passagesOf } from '../text/passages.ts'
import { sentencesIn, wordsIn } from '../text/words-and-sentences.ts'
import { type Advice, adviceOf, quoted } from './advice.ts'
import { limits } from './limits.ts'

const paragraphs = adviceOf('paragraphs.length', 'body')
const sentences = adviceOf('sentences.length', 'body')

/** Are paragraphs and sentences short enough to be read without effort? */
export function lengthAdvice(body: BodyNode): Advice[] {
  const texts = passagesOf(body).map(({ text }) => text)
  return texts.length === 0 ? [] : [...paragraphAdvice(texts), ...sentenceAdvice(texts.flatMap(sentencesIn))]
}

function paragraphAdvice(texts: readonly string[]): Advice[] {
  const long = longerThan(limits.paragraph, texts)
  const [first] = long
  if (first === undefined) return paragraphs.fine('Les paragraphes sont de bonne longueur.')
  return paragraphs.better(
    `${counted(long.length, 'paragraphe dépasse', 'paragraphes dépassent')} ${limits.paragraph}\u00a0mots. Le plus long en a ${first.words}\u00a0: ${quoted(first.text)}.`,
    'Coupez-les là où l’idée change, ou faites-en une liste.',
  )
}

function sentenceAdvice(texts: readonly string[]): Advice[] {
  const long = longerThan(limits.sentence, texts)
  const [first] = long
  if (first === undefined) return sentences.fine('Les phrases sont de bonne longueur.')
  return sentences.better(
    `${counted(long.length, 'phrase dépasse', 'phrases dépassent')} ${limits.sentence}\u00a0mots, sur ${texts.length}. La plus longue en a ${first.words}\u00a0: ${quoted(first.text)}.`,
    'Une idée par phrase\u00a0: un point à la place d’un «\u202fet\u202f» ou d’un «\u202fqui\u202f» suffit souvent.',
  )
}

/** The longest first. */
const longerThan = (most: number, texts: readonly string[]) =>
  texts
    .map((text) => ({ text, words: wordsIn(text).length }))
    .filter(({ words }) => words > most)
    .sort((a, b) => b.words - a.words)
