import { fold, foldWords } from './fold.ts'
import { stopWords } from './french-words.ts'
import type { IndexFields } from './search-engine.ts'

const KEY_LENGTH = 80
const stops = new Set(stopWords)

/**
 * What the typed prefix is compared with, so that every engine suggests the same: the folded title (`whole`),
 * and what remains of it from each later word on (`inner`), save those that say nothing.
 */
export function suggestionKeys(title: string): { whole: string; inner: string[] } {
  const words = foldWords(title).split(' ')
  const from = (index: number) => words.slice(index).join(' ').slice(0, KEY_LENGTH)
  const inner = words.flatMap((word, index) => (index > 0 && !stops.has(word) ? [from(index)] : []))
  return { whole: from(0), inner }
}

/** The prefix in the same form; empty when there is nothing to suggest from. */
export const suggestionPrefix = (typed: string): string =>
  foldWords(typed.slice(0, 2 * KEY_LENGTH)).slice(0, KEY_LENGTH)

/** Names of the fields to suggest from, those with more weight first. */
export const suggestFields = (fields: IndexFields): string[] =>
  Object.entries(fields)
    .flatMap(([name, field]) => (field.type === 'text' && field.suggest ? [{ name, boost: field.boost ?? 1 }] : []))
    .sort((a, b) => b.boost - a.boost)
    .map(({ name }) => name)

/** The title, among a document's, that made it a suggestion for the prefix. */
export function suggestedTitle(fields: IndexFields, values: Record<string, unknown>, prefix: string): string {
  const titles = suggestFields(fields).map((name) => String(values[name] ?? ''))
  const rank = (title: string) => {
    const { whole, inner } = suggestionKeys(title)
    return whole.startsWith(prefix) ? 0 : inner.some((key) => key.startsWith(prefix)) ? 1 : 2
  }
  return titles.sort((a, b) => rank(a) - rank(b))[0] ?? fold(prefix)
}
