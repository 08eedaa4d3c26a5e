import type { InlineRun } from './inline-diff.ts'
import type { NodeDifference, Parts } from './rich-diff.ts'
import { textOf } from './rich-node.ts'
import { countWords, sumOf, type WordCount } from './words.ts'

/** What a difference of rich texts amounts to; `moved` nodes and `restyled` passages are counted apart, their words are not new. */
export type RichSummary = { words: WordCount; moved: number; restyled: number }

const nothing: RichSummary = { words: { added: 0, removed: 0 }, moved: 0, restyled: 0 }

/** Sums up a difference of rich texts. */
export const richSummary = (nodes: readonly NodeDifference[]): RichSummary => total(nodes.map(summaryOf))

function summaryOf(difference: NodeDifference): RichSummary {
  switch (difference.is) {
    case 'kept':
    case 'moved-away':
      return nothing
    case 'added':
    case 'removed':
      return { ...nothing, words: wordsOf(difference.is, textOf(difference.node)) }
    case 'changed':
      return summaryOfParts(difference.parts)
    case 'moved-here': {
      const within = summaryOfParts(difference.parts)
      return { ...within, moved: within.moved + 1 }
    }
  }
}

function summaryOfParts(parts: Parts): RichSummary {
  if (!parts) return nothing
  return 'nodes' in parts ? richSummary(parts.nodes) : total(parts.inlines.map(summaryOfRun))
}

function summaryOfRun({ kind, nodes }: InlineRun): RichSummary {
  if (kind === 'kept') return nothing
  if (kind === 'restyled') return { ...nothing, restyled: 1 }
  return { ...nothing, words: wordsOf(kind, nodes.map(textOf).join('')) }
}

const wordsOf = (kind: 'added' | 'removed', text: string): WordCount => ({
  ...nothing.words,
  [kind]: countWords(text),
})

const total = (summaries: readonly RichSummary[]): RichSummary => ({
  words: sumOf(summaries.map(({ words }) => words)),
  moved: summaries.reduce((sum, { moved }) => sum + moved, 0),
  restyled: summaries.reduce((sum, { restyled }) => sum + restyled, 0),
})
