import { elisions, equivalents, fold, stopWords } from '@pmq/platform/search'
import stemmers from 'snowball-stemmers'

/** A word of a text that means something: the place where it stands, and the term that its whole family shares. */
export type Token = { word: string; term: string; start: number; end: number }

const snowball = stemmers.newStemmer('french')
const elided = new Set(elisions)
const stops = new Set(stopWords)
const MAX_WORD = 64

/** The tokens of a French text, in order. Elided articles and words without meaning are left out. */
export function analyze(text: string): Token[] {
  const tokens: Token[] = []
  // The modifier apostrophe counts as a letter; as the typographic one it separates.
  const plain = text.replaceAll('ʼ', '’')
  for (const match of plain.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const start = match.index
    const end = start + match[0].length
    const { word, term } = familyOf(match[0].slice(0, MAX_WORD))
    if (term === '') continue
    if (elided.has(word) && /^['’]\p{L}/u.test(plain.slice(end, end + 3))) continue
    tokens.push({ word, term, start, end })
  }
  return tokens
}

type Family = Pick<Token, 'word' | 'term'>
const families = new Map<string, Family>()
const MANY_WORDS = 50_000

/** A written word, folded, and its term: empty for a word without meaning. Texts repeat words, so they are remembered. */
function familyOf(written: string): Family {
  const known = families.get(written)
  if (known) return known
  // Folding can make signs of a letter (½ → 1⁄2): only letters and digits stay.
  const word = fold(written).replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const family = { word, term: stops.has(word) ? '' : termOf(word) }
  if (families.size >= MANY_WORDS) families.clear()
  families.set(written, family)
  return family
}

/**
 * The term shared by the family of a folded word: singular and plural, masculine and feminine.
 * The order of the steps was measured on pairs of words (see the tests).
 */
function termOf(word: string): string {
  const canonical = Object.hasOwn(equivalents, word) ? (equivalents[word] ?? word) : word
  const regular = canonical
    .replace(/ees?$/, 'e')
    .replace(/trices?$/, 'teur')
    .replace(/(..o)s$/, '$1')
  const stem = fold(snowball.stem(regular))
  return stem.length > 2 ? stem.replace(/e$/, '') : stem
}
