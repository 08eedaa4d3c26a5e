import type { DatabaseSync } from 'node:sqlite'
import { type PlainDocument, suggestFields, suggestionKeys } from '@pmq/platform/search'
import { type Facts, factFields } from './columns.ts'
import { analyze } from './french-analyzer.ts'
import { type AnyDefinition, textFields } from './search-schema.ts'

/** What a write changed, to be applied to what is held in memory once the transaction is committed. */
export type Change = { slot: number; id: string; facts?: Facts; words: Iterable<string> }

/** A document ready to be written: analysed before the transaction, which stays short. */
export type PreparedDocument = {
  id: string
  version: number
  fields: string
  facts: Facts
  /** By text field, its terms. */
  terms: string[]
  /** By folded word: how it is written, and its term. */
  words: Map<string, { written: string; term: string }>
  titles: { whole: string; inner: string[] }[]
}

const MANY_WORDS = 200_000

/** Writes the documents of one copy of an index. `put` and `remove` must be called in a transaction. */
export function createDocumentWriter(database: DatabaseSync, copy: number, { fields }: AnyDefinition) {
  const texts = textFields(fields).map(({ name }) => name)
  const facts = factFields(fields)
  const titles = suggestFields(fields)
  const columns = texts.length > 0 ? texts.map((_, index) => `t${index}`) : ['t0']
  const sql = {
    known: database.prepare(`SELECT slot, version, removed_at FROM docs_${copy} WHERE id = ?`),
    insert: database.prepare(
      `INSERT INTO docs_${copy} (id, version, removed_at, fields, facts) VALUES (?, ?, ?, ?, ?) RETURNING slot`,
    ),
    update: database.prepare(
      `UPDATE docs_${copy} SET version = ?, removed_at = ?, fields = ?, facts = ? WHERE slot = ?`,
    ),
    deleteTerms: database.prepare(`DELETE FROM terms_${copy} WHERE rowid = ?`),
    insertTerms: database.prepare(
      `INSERT INTO terms_${copy} (rowid, ${columns.join(', ')}) VALUES (?, ${columns.map(() => '?').join(', ')})`,
    ),
    insertWord: database.prepare(`INSERT INTO words_${copy} VALUES (?, ?, ?) ON CONFLICT DO NOTHING`),
    deleteTitles: database.prepare(`DELETE FROM titles_${copy} WHERE slot = ?`),
    insertTitle: database.prepare(`INSERT INTO titles_${copy} VALUES (?, ?, ?) ON CONFLICT DO NOTHING`),
    forget: database.prepare(`DELETE FROM docs_${copy} WHERE removed_at < ?`),
  }
  // FTS5 notes a deletion in a row whose id is beyond safe integers; `run` gives the last such id back, to whomever it is.
  for (const statement of Object.values(sql)) statement.setReadBigInts(true)
  /** Words known to be stored, to ask for them once only. */
  const stored = new Set<string>()

  /** Writes a row when its version is newer than what is known; gives its slot, freed of what was searchable. */
  const claim = (id: string, version: number, row: { removedAt?: number; fields?: string; facts?: string }) => {
    const values = [version, row.removedAt ?? null, row.fields ?? null, row.facts ?? null] as const
    const known = sql.known.get(id)
    if (!known) return Number(sql.insert.get(id, ...values)?.slot)
    if (version <= Number(known.version)) return undefined
    const slot = Number(known.slot)
    sql.update.run(...values, slot)
    if (known.removed_at === null) {
      sql.deleteTerms.run(slot)
      sql.deleteTitles.run(slot)
    }
    return slot
  }

  return {
    prepare({ id, version, fields }: PlainDocument): PreparedDocument {
      const textOf = (name: string) => String(fields[name] ?? '')
      const words: PreparedDocument['words'] = new Map()
      const terms = columns.map((_, index) => {
        const text = textOf(texts[index] ?? '')
        const tokens = analyze(text)
        for (const { word, term, start, end } of tokens) {
          if (!words.has(word)) words.set(word, { written: text.slice(start, end).toLowerCase(), term })
        }
        return tokens.map(({ term }) => term).join(' ')
      })
      return {
        id,
        version,
        fields: JSON.stringify(fields),
        facts: Object.fromEntries(facts.map((name) => [name, fields[name]])),
        terms,
        words,
        titles: titles.map((name) => suggestionKeys(textOf(name))),
      }
    },

    put(documents: PreparedDocument[]): Change[] {
      const written = [...newestOf(documents)].flatMap((document) => {
        const { id, version, fields, facts, words, titles } = document
        const slot = claim(id, version, { fields, facts: JSON.stringify(facts) })
        if (slot === undefined) return []
        for (const [word, { written, term }] of words) if (!stored.has(word)) sql.insertWord.run(word, written, term)
        for (const { whole, inner } of titles) {
          if (whole !== '') sql.insertTitle.run(0, whole, slot)
          for (const key of inner) sql.insertTitle.run(1, key, slot)
        }
        return [{ slot, document }]
      })
      // One after the other: FTS5 writes what it has gathered as a piece of its own before any other change of a row.
      for (const { slot, document } of written) sql.insertTerms.run(slot, ...document.terms)
      return written.map(({ slot, document: { id, facts, words } }) => ({ slot, id, facts, words: words.keys() }))
    },

    remove(id: string, version: number, at: number): Change[] {
      const slot = claim(id, version, { removedAt: at })
      return slot === undefined ? [] : [{ slot, id, words: [] }]
    },

    /** To be called with what `put` gave, after the commit. */
    committed(changes: Change[]): void {
      if (stored.size > MANY_WORDS) stored.clear()
      for (const { words } of changes) for (const word of words) stored.add(word)
    },

    /** Forgets what was removed before `date`: late events come within minutes, not months. */
    forgetRemoved: (date: number): void => void sql.forget.run(date),
  }
}

/** One document of each id: an older or equal one never replaces a newer one. */
function newestOf(documents: PreparedDocument[]): Iterable<PreparedDocument> {
  const newest = new Map<string, PreparedDocument>()
  for (const document of documents) {
    const known = newest.get(document.id)
    if (!known || known.version < document.version) newest.set(document.id, document)
  }
  return newest.values()
}
