import type { HighlightPart } from '@pmq/platform/search'
import { analyze, type Token } from './french-analyzer.ts'

const EXTRACT = 200
const LEAD = 40

/**
 * The extract of about 200 characters that shows most of the terms, as parts; whole original words are marked.
 * Undefined when no term is there.
 */
export function highlight(text: string, terms: ReadonlySet<string>): HighlightPart[] | undefined {
  const matches = analyze(text).filter(({ term }) => terms.has(term))
  if (matches.length === 0) return undefined
  const { from, to } = text.length <= EXTRACT * 1.2 ? { from: 0, to: text.length } : windowOf(text, matches)

  const parts: HighlightPart[] = []
  let done = from
  const plain = (end: number, before = '', after = '') => {
    const piece = before + text.slice(done, end) + after
    if (piece !== '') parts.push({ text: piece, marked: false })
  }
  const shown = matches.filter(({ start, end }) => start >= from && end <= to)
  for (const [index, { start, end }] of shown.entries()) {
    plain(start, index === 0 && from > 0 ? '…' : '')
    parts.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  plain(to, '', to < text.length ? '…' : '')
  return parts
}

/** The stretch with the most different terms, then the most matches; the first of equals. Cut between words. */
function windowOf(text: string, matches: Token[]): { from: number; to: number } {
  let bestFirst = matches[0]
  let bestValue = -1
  const inside = new Map<string, number>() // terms between `first` and `next`, and how often
  let next = 0
  for (const [index, first] of matches.entries()) {
    for (let match = matches[next]; match && match.end - first.start <= EXTRACT - LEAD; match = matches[++next]) {
      inside.set(match.term, (inside.get(match.term) ?? 0) + 1)
    }
    const value = inside.size * 1000 + (next - index)
    if (value > bestValue) {
      bestValue = value
      bestFirst = first
    }
    const left = (inside.get(first.term) ?? 1) - 1
    if (left > 0) inside.set(first.term, left)
    else inside.delete(first.term)
    next = Math.max(next, index + 1)
  }
  const start = bestFirst?.start ?? 0
  const end = bestFirst?.end ?? 0
  const room = Math.max(0, Math.min(start - LEAD, text.length - EXTRACT))
  const from = room === 0 ? 0 : afterSpace(text, room, start)
  const most = Math.min(text.length, Math.max(from + EXTRACT, end))
  return { from, to: most === text.length ? most : Math.max(beforeSpace(text, most, from), end) }
}

const afterSpace = (text: string, from: number, limit: number) => {
  const space = text.slice(from, limit).search(/\s/)
  return space < 0 ? limit : from + space + 1
}
const beforeSpace = (text: string, to: number, limit: number) => {
  const space = text.slice(limit, to).search(/\s\S*$/)
  return space < 0 ? to : limit + space
}
