import type { DatabaseSync } from 'node:sqlite'
import type { IndexDefinition, IndexFields } from '@pmq/platform/search'

export type AnyDefinition = IndexDefinition<IndexFields>

/**
 * The tables of one copy of an index, all suffixed with its number:
 * - `docs`: a row per document, removed ones too (without fields), so that a late older version is recognised.
 *   `fields` is what hits give back, `facts` the part of it that is held in memory.
 * - `terms`: FTS5 over the analysed texts, a column per text field. They arrive analysed: the `ascii` tokenizer only
 *   splits them at spaces.
 * - `words`: every folded word ever indexed, its usual writing and its term, to correct typing mistakes.
 * - `titles`: what suggestions are looked up in.
 */
export function createCopyTables(database: DatabaseSync, copy: number, fields: IndexFields): void {
  const columns = textFields(fields).map((_, index) => `t${index}`)
  database.exec(`
    CREATE TABLE docs_${copy} (slot INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
      removed_at INTEGER, fields TEXT, facts TEXT);
    CREATE VIRTUAL TABLE terms_${copy} USING fts5(${columns.join(', ') || 't0'},
      content = '', contentless_delete = 1, tokenize = 'ascii');
    CREATE VIRTUAL TABLE counts_${copy} USING fts5vocab(terms_${copy}, row);
    CREATE TABLE words_${copy} (word TEXT PRIMARY KEY, written TEXT NOT NULL, term TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE titles_${copy} (inner INTEGER NOT NULL, key TEXT NOT NULL, slot INTEGER NOT NULL,
      PRIMARY KEY (inner, key, slot)) WITHOUT ROWID;
    CREATE INDEX titles_by_slot_${copy} ON titles_${copy} (slot);
  `)
}

export function dropCopyTables(database: DatabaseSync, copy: number): void {
  for (const table of ['counts', 'terms', 'docs', 'words', 'titles']) {
    database.exec(`DROP TABLE IF EXISTS ${table}_${copy}`)
  }
}

/** The text fields of an index, in the order of the columns of `terms`. */
export const textFields = (fields: IndexFields): { name: string; boost: number }[] =>
  Object.entries(fields).flatMap(([name, field]) => (field.type === 'text' ? [{ name, boost: field.boost ?? 1 }] : []))
