import { tagKey } from './tag-key.ts'
import { namesOf, type Term, type Vocabulary } from './term.ts'

/**
 * Other terms that may well be the same as a text: the same words in another order, or one or two letters apart. To ask « do you
 * mean…? » before a new term is made, and to show what could be merged. The nearest first.
 */
export function similarTerms(vocabulary: Vocabulary, text: string, { except }: { except?: string } = {}): Term[] {
  const key = tagKey(text)
  if (key === '') return []
  return vocabulary
    .filter(({ id }) => id !== except)
    .map((term) => ({ term, distance: Math.min(...namesOf(term).map((name) => distanceBetween(key, tagKey(name)))) }))
    .filter(({ distance }) => distance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.distance - b.distance || a.term.label.localeCompare(b.term.label, 'fr'))
    .map(({ term }) => term)
}

/** Letters apart, or infinity when that is too many for such short words: « pain » is not « main ». */
function distanceBetween(a: string, b: string): number {
  if (sortedWords(a) === sortedWords(b)) return a === b ? 0 : 0.5
  const shortest = Math.min(a.length, b.length)
  const allowed = shortest >= 10 ? 2 : shortest >= 6 ? 1 : 0
  if (Math.abs(a.length - b.length) > allowed) return Number.POSITIVE_INFINITY
  const distance = lettersApart(a, b)
  return distance <= allowed ? distance : Number.POSITIVE_INFINITY
}

const sortedWords = (key: string) => key.split(' ').sort().join(' ')

/** Damerau–Levenshtein distance, with neighbours swapped as one change (optimal string alignment). */
function lettersApart(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(at(last, column) + 1, at(current, column - 1) + 1, at(last, column - 1) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1)
      current.push(least)
    }
    beforeLast = last
    last = current
  }
  return at(last, b.length)
}

const at = (row: readonly number[], column: number) => row[column] ?? 0
