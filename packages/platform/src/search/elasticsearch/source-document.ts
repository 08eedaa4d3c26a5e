import type { PlainDocument } from '../check-document.ts'
import type { IndexFields } from '../search-engine.ts'
import { suggestFields, suggestionKeys } from '../suggestions.ts'

/** What is stored in the engine for a document. */
export type SourceDocument = {
  id: string
  fields?: Record<string, unknown>
  suggest_whole?: string[]
  suggest_keys?: string[]
  removed?: true
  removed_at?: string
}

/** Around what matched, in the engine's highlights; letters that no text has, since they are taken out of texts. */
export const MARK_START = '\u{e000}'
export const MARK_END = '\u{e001}'

/** A document as it is stored. */
export function sourceOf(fields: IndexFields, document: PlainDocument): SourceDocument {
  const values = Object.fromEntries(
    Object.entries(document.fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/[\u{e000}\u{e001}]/gu, '') : value,
    ]),
  )
  const keys = suggestFields(fields)
    .map((name) => suggestionKeys(String(values[name] ?? '')))
    .filter(({ whole }) => whole !== '')
  return {
    id: document.id,
    fields: values,
    suggest_whole: keys.map(({ whole }) => whole),
    suggest_keys: keys.flatMap(({ whole, inner }) => [whole, ...inner]),
  }
}

/**
 * What stays of a removed document: its version, which a deletion would keep for a minute only
 * (`index.gc_deletes`), so that late older versions are recognised. Swept after a month.
 */
export const removedSource = (id: string, at: Date): SourceDocument => ({
  id,
  removed: true,
  removed_at: at.toISOString(),
})
