import type { DatabaseSync } from 'node:sqlite'
import { type Facet, type HighlightPart, type PlainQuery, suggestedTitle } from '@pmq/platform/search'
import { best } from './best.ts'
import { createColumns } from './columns.ts'
import { type Change, createDocumentWriter } from './document-writer.ts'
import { highlight } from './highlight.ts'
import { createTextMatcher } from './match-text.ts'
import type { AnyDefinition } from './search-schema.ts'

export type AnyHit = {
  id: string
  score: number
  fields: Record<string, unknown>
  highlights: Record<string, HighlightPart[]>
}
export type AnyAnswer = { items: AnyHit[]; total: number; facets: Record<string, Facet[]>; corrected?: string }
export type AnySuggestion = { id: string; text: string; fields: Record<string, unknown> }
export type IndexCopy = ReturnType<typeof openIndexCopy>

/** One copy of an index, in the tables that `createCopyTables` made. */
export function openIndexCopy(database: DatabaseSync, copy: number, definition: AnyDefinition) {
  const { fields } = definition
  const columns = createColumns(fields)
  const { committed, ...writer } = createDocumentWriter(database, copy, definition)
  const matchText = createTextMatcher(database, copy, fields)
  const sql = {
    all: database.prepare(`SELECT slot, id, facts FROM docs_${copy} WHERE removed_at IS NULL`),
    fields: database.prepare(`SELECT fields FROM docs_${copy} WHERE slot = ?`),
    titlesLike: database.prepare(
      `SELECT slot FROM titles_${copy} WHERE inner = ?1 AND key >= ?2 AND key < ?2 || char(0x10ffff) ORDER BY key, slot`,
    ),
    count: database.prepare(`SELECT count(*) AS count FROM docs_${copy} WHERE removed_at IS NULL`),
  }
  for (const row of sql.all.iterate()) columns.set(Number(row.slot), String(row.id), JSON.parse(String(row.facts)))
  const fieldsOf = (slot: number): Record<string, unknown> => JSON.parse(String(sql.fields.get(slot)?.fields))

  return {
    ...writer,

    /** To be called with what `put` and `remove` gave, after the commit. */
    apply(changes: Change[]): void {
      committed(changes)
      for (const { slot, id, facts } of changes) columns.set(slot, id, facts)
    },

    search(query: PlainQuery): AnyAnswer {
      const matches = query.text === undefined ? undefined : matchText(query.text)
      const { selected, facets } = columns.select(matches?.scores.keys() ?? columns.slots(), query)
      const scoreOf = (slot: number) => matches?.scores.get(slot) ?? 0
      const byId = (a: number, b: number) => (columns.idOf(a) < columns.idOf(b) ? -1 : 1)
      const byScore = (a: number, b: number) => scoreOf(b) - scoreOf(a) || byId(a, b)
      const order = query.sort ? bySort(columns, query.sort, byScore) : byScore
      const items = best(selected, query.offset, query.limit, order).map((slot): AnyHit => {
        const fields = fieldsOf(slot)
        const extracts = query.highlight.flatMap((name) => {
          const parts = matches && highlight(String(fields[name] ?? ''), matches.terms)
          return parts ? [[name, parts] as const] : []
        })
        return { id: columns.idOf(slot), score: scoreOf(slot), fields, highlights: Object.fromEntries(extracts) }
      })
      return {
        items,
        total: selected.length,
        facets,
        ...(matches?.corrected === undefined ? {} : { corrected: matches.corrected }),
      }
    },

    /** Titles that begin with the prefix, then those with a later word that does, alphabetically. */
    suggest(prefix: string, limit: number, query: PlainQuery): AnySuggestion[] {
      const meets = columns.meets(query)
      const found = new Map<number, AnySuggestion>()
      for (const inner of [0, 1]) {
        for (const row of sql.titlesLike.iterate(inner, prefix)) {
          if (found.size >= limit) break
          const slot = Number(row.slot)
          if (found.has(slot) || !meets(slot)) continue
          const values = fieldsOf(slot)
          found.set(slot, { id: columns.idOf(slot), text: suggestedTitle(fields, values, prefix), fields: values })
        }
      }
      return [...found.values()]
    },

    count: (): number => Number(sql.count.get()?.count),
  }
}

/** Documents without a value come last, whatever the order. */
function bySort(
  columns: ReturnType<typeof createColumns>,
  { field, order }: { field: string; order: 'asc' | 'desc' },
  otherwise: (a: number, b: number) => number,
) {
  return (a: number, b: number) => {
    const [one, other] = [columns.numberOf(field, a), columns.numberOf(field, b)]
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || otherwise(a, b)
    return (order === 'asc' ? one - other : other - one) || otherwise(a, b)
  }
}
