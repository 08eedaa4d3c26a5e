import type { DatabaseSync } from 'node:sqlite'
import { forgivenMistakes, type IndexFields, mistakesBetween } from '@pmq/platform/search'
import { analyze } from './french-analyzer.ts'
import { textFields } from './search-schema.ts'

/** The documents that a text finds. */
export type TextMatches = {
  /** By slot; a higher score is a better match. */
  scores: Map<number, number>
  /** The terms that were looked for: what to highlight. */
  terms: Set<string>
  /** The text really searched, when words that nobody ever wrote were taken for mistakes. */
  corrected?: string
}

type Correction = { written: string; terms: string[] }

const MAX_CORRECTIONS = 3
/** From here on BM25 would take longer (1 µs a match) than it is worth: what nearly everything says ranks nothing. */
const MANY_MATCHES = 5000

/**
 * Finds the documents with all words of a text or, when there is none, with any of them.
 * A word that the index does not know is replaced by the closest known ones.
 */
export function createTextMatcher(database: DatabaseSync, copy: number, fields: IndexFields) {
  const weights = textFields(fields).map(({ boost }) => boost)
  const rank = database.prepare(
    `SELECT rowid, -bm25(terms_${copy}, ${weights.join(', ') || '1'}) FROM terms_${copy} WHERE terms_${copy} MATCH ?`,
  )
  // One row for all: tens of thousands of rows would take three times as long on their way here.
  const find = database.prepare(
    `SELECT json_group_array(rowid) AS slots FROM terms_${copy} WHERE terms_${copy} MATCH ?`,
  )
  const count = database.prepare(`SELECT count(*) AS count FROM terms_${copy} WHERE terms_${copy} MATCH ?`)
  rank.setReturnArrays(true)
  const exists = database.prepare(`SELECT 1 FROM terms_${copy} WHERE terms_${copy} MATCH ? LIMIT 1`)
  const countOf = database.prepare(`SELECT doc FROM counts_${copy} WHERE term = ?`)
  const wordsLike = database.prepare(
    `SELECT word, written, term FROM words_${copy} WHERE word >= ?1 AND word < ?2 AND length(word) BETWEEN ?3 AND ?4`,
  )
  wordsLike.setReturnArrays(true)

  // The vocabulary may still know terms of removed documents: the index itself is asked.
  const isKnown = (term: string) => exists.get(quoted(term)) !== undefined
  const frequency = (term: string) => Number(countOf.get(term)?.doc ?? 0)

  const correct = (word: string): Correction | undefined => {
    let fewest = forgivenMistakes(word)
    if (fewest === 0) return undefined
    const initial = String.fromCodePoint(word.codePointAt(0) ?? 0)
    let closest = new Map<string, string>() // how the word is written, by term
    const rows = wordsLike.all(initial, `${initial}\u{10ffff}`, word.length - fewest, word.length + fewest)
    for (const [known, written, term] of rows as unknown as [string, string, string][]) {
      const mistakes = mistakesBetween(word, known, fewest)
      if (mistakes > fewest || closest.has(term) || !isKnown(term)) continue
      if (mistakes < fewest) closest = new Map()
      fewest = mistakes
      closest.set(term, written)
    }
    const likely = [...closest]
      .map(([term, written]) => ({ term, written, documents: frequency(term) }))
      .sort((a, b) => b.documents - a.documents || (a.written < b.written ? -1 : 1))
    const [first] = likely
    return first && { written: first.written, terms: likely.slice(0, MAX_CORRECTIONS).map(({ term }) => term) }
  }

  const slotsOf = (expression: string): number[] => JSON.parse(String(find.get(expression)?.slots))

  const scoresOf = (groups: string[], joint: 'AND' | 'OR'): Map<number, number> => {
    const expression = groups.join(` ${joint} `)
    if (Number(count.get(expression)?.count) <= MANY_MATCHES) {
      // node:sqlite's types do not know `setReturnArrays`.
      return new Map(rank.all(expression) as unknown as [number, number][])
    }
    const scores = new Map<number, number>()
    for (const slot of slotsOf(expression)) scores.set(slot, 0)
    for (const [column, weight] of weights.entries()) {
      for (const slot of slotsOf(`t${column} : (${groups.join(' OR ')})`)) {
        const score = scores.get(slot)
        if (score !== undefined) scores.set(slot, score + weight)
      }
    }
    return scores
  }

  return (text: string): TextMatches => {
    const corrections: { start: number; end: number; written: string }[] = []
    const seen = new Map<string, string[]>() // by word: the terms that stand for it
    for (const { word, term, start, end } of analyze(text)) {
      if (seen.has(word)) continue
      const correction = isKnown(term) ? undefined : correct(word)
      if (correction) corrections.push({ start, end, written: correction.written })
      seen.set(word, correction?.terms ?? [term])
    }
    if (seen.size === 0) return { scores: new Map(), terms: new Set() }
    const groups = [...seen.values()].map((terms) => `(${terms.map(quoted).join(' OR ')})`)
    let scores = scoresOf(groups, 'AND')
    if (scores.size === 0 && groups.length > 1) scores = scoresOf(groups, 'OR')
    return {
      scores,
      terms: new Set([...seen.values()].flat()),
      ...(corrections.length > 0 ? { corrected: replaced(text, corrections) } : {}),
    }
  }
}

/** Terms are letters and digits, and quoted all the same: nothing typed is ever read as FTS5's query language. */
const quoted = (term: string) => `"${term.replaceAll('"', '')}"`

function replaced(text: string, corrections: { start: number; end: number; written: string }[]): string {
  let result = text
  for (const { start, end, written } of corrections.toReversed()) {
    result = result.slice(0, start) + written + result.slice(end)
  }
  return result
}
