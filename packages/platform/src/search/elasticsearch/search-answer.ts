import type { estypes } from '@elastic/elasticsearch'
import { fold } from '../fold.ts'
import type { Facet, HighlightPart } from '../search-engine.ts'
import { forgivenMistakes, mistakesBetween } from '../typing-mistakes.ts'
import { MARK_END, MARK_START, type SourceDocument } from './source-document.ts'

export type Response = estypes.SearchResponse<SourceDocument>
type AnyAnswer = {
  items: { id: string; score: number; fields: Record<string, unknown>; highlights: Record<string, HighlightPart[]> }[]
  total: number
  facets: Record<string, Facet[]>
}

/** How many documents the text finds, before filters. */
export function foundBy(response: Response): number {
  const found = response.aggregations?.found as estypes.AggregationsFilterAggregate | undefined
  return found?.doc_count ?? 0
}

/** A page as the port gives it. */
export function answerOf(response: Response, facets: string[]): AnyAnswer {
  const { total } = response.hits
  return {
    items: response.hits.hits.map((hit) => {
      const fields = hit._source?.fields ?? {}
      const extracts = Object.entries(hit.highlight ?? {}).map(([path, [fragment = '']]) => {
        const name = path.replace(/^fields\./, '')
        return [name, partsOf(fragment, String(fields[name] ?? ''))] as const
      })
      return { id: hit._id ?? '', score: hit._score ?? 0, fields, highlights: Object.fromEntries(extracts) }
    }),
    total: typeof total === 'number' ? total : (total?.value ?? 0),
    facets: Object.fromEntries(facets.map((name) => [name, facetOf(response, name)])),
  }
}

function facetOf(response: Response, name: string): Facet[] {
  const facet = response.aggregations?.[`facet:${name}`] as
    | { values?: { buckets?: { key: string; doc_count: number }[] } }
    | undefined
  return (facet?.values?.buckets ?? []).map(({ key, doc_count }) => ({ value: key, count: doc_count }))
}

/** A fragment with marks, as parts; with an ellipsis where it was cut out of the whole text. */
export function partsOf(fragment: string, whole: string): HighlightPart[] {
  const parts = fragment
    .split(/(\u{e000}[^\u{e001}]*\u{e001})/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const marked = piece.startsWith(MARK_START)
      return { text: piece.replaceAll(MARK_START, '').replaceAll(MARK_END, ''), marked }
    })
  const plain = parts.map(({ text }) => text).join('')
  const ellipsis = { text: '…', marked: false }
  return [...(whole.startsWith(plain) ? [] : [ellipsis]), ...parts, ...(whole.endsWith(plain) ? [] : [ellipsis])]
}

/** The text with each unknown word replaced by the closest known one; undefined when there is nothing to replace. */
export function correctedText(text: string, response: Response): string | undefined {
  const entries = (response.suggest?.corrections ?? []) as estypes.SearchTermSuggest[]
  let corrected = text
  for (const { text: typed, offset, length, options } of entries.toReversed()) {
    const word = fold(typed)
    const [closest] = [options]
      .flat()
      .map((option) => ({ ...option, mistakes: mistakesBetween(word, option.text, forgivenMistakes(word)) }))
      .filter(({ mistakes }) => mistakes <= forgivenMistakes(word))
      .sort((a, b) => a.mistakes - b.mistakes || b.freq - a.freq)
    if (closest) corrected = corrected.slice(0, offset) + closest.text + corrected.slice(offset + length)
  }
  return corrected === text ? undefined : corrected
}
