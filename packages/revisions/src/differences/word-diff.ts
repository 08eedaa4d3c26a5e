import { diffOf, type Kind } from './diff-of.ts'
import { tidy } from './tidy.ts'
import { countWords, type WordCount, wordsIn } from './words.ts'

/** A piece of text to draw as it is, as added or as removed. */
export type DiffPart = { kind: Kind; text: string }

/**
 * What changed from one text to another, word by word. Joined again, kept + added make `after`, kept + removed make `before`.
 * Time is bounded: texts of 200 000 characters are fine.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const runs = diffOf(wordsIn(before), wordsIn(after), (word) => word)
  return tidy(runs, (word) => word).map(({ kind, items }) => ({ kind, text: items.join('') }))
}

/** How many words the parts of a difference add and remove. */
export function wordCountOf(parts: readonly DiffPart[]): WordCount {
  const count = (wanted: Kind) =>
    parts.reduce((sum, { kind, text }) => (kind === wanted ? sum + countWords(text) : sum), 0)
  return { added: count('added'), removed: count('removed') }
}
