import { typographic } from '@pmq/french'
import type { RichText } from '@pmq/rich-text'

/** The same text with French typography. Headings keep their ids, which are made of letters and digits only. */
export const typographicBody = (doc: RichText): RichText => typographicNode(doc) as RichText

function typographicNode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typographicNode)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === 'text' && typeof inner === 'string'
        ? [key, typographic(inner)]
        : [key, key === 'attrs' ? inner : typographicNode(inner)],
    ),
  )
}
