import { similarTerms } from './similar-terms.ts'
import { tagKey } from './tag-key.ts'
import { namesOf, type Term, type Vocabulary } from './term.ts'

/** `matched` is the name that answers what was typed: the label, or the synonym that led to it. */
export type Suggestion = { term: Term; matched: string }

/**
 * Terms to offer while a tag is being typed: first those whose label begins so, then those with a word that does, then by synonyms;
 * when none answers, those a letter or two apart. Nothing for nothing typed; at most `limit`, 8 unless told.
 */
export function suggestTerms(
  vocabulary: Vocabulary,
  typed: string,
  { limit = 8 }: { limit?: number } = {},
): Suggestion[] {
  const key = tagKey(typed)
  if (key === '') return []
  const found = vocabulary
    .flatMap((term) => bestMatch(term, key))
    .sort((a, b) => a.rank - b.rank || a.term.label.localeCompare(b.term.label, 'fr'))
    .map(({ term, matched }) => ({ term, matched }))
  const offered =
    found.length > 0 ? found : similarTerms(vocabulary, typed).map((term) => ({ term, matched: term.label }))
  return offered.slice(0, limit)
}

function bestMatch(term: Term, key: string): (Suggestion & { rank: number })[] {
  return namesOf(term)
    .flatMap((name, position) => {
      const rank = rankOf(tagKey(name), key)
      // A synonym is as good as a label only when it is typed whole.
      return rank === undefined ? [] : [{ term, matched: name, rank: rank * 2 + (position === 0 ? 0 : 1) }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 1)
}

function rankOf(name: string, key: string): number | undefined {
  if (name === key) return 0
  if (name.startsWith(key)) return 1
  return ` ${name}`.includes(` ${key}`) ? 2 : undefined
}
