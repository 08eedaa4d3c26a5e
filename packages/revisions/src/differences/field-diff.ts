import type { RichText } from '@pmq/rich-text'
import { type NodeDifference, richDiff } from './rich-diff.ts'
import { type RichSummary, richSummary } from './rich-summary.ts'
import { type DiffPart, wordCountOf, wordDiff } from './word-diff.ts'
import { sumOf, type WordCount } from './words.ts'

/** How a field is compared: word by word, as a rich text, as a list of words (order means nothing), as a moment, as a whole. */
export type ComparedAs = 'text' | 'rich' | 'words' | 'moment' | 'choice'
export type Field<Name extends string = string> = { name: Name; as: ComparedAs }

/** A field that changed, ready to be drawn. `before` and `after` of a moment are ISO times, or `null`. */
export type FieldDifference<Name extends string = string> = { name: Name; words: WordCount } & (
  | { as: 'text'; parts: DiffPart[] }
  | { as: 'rich'; nodes: NodeDifference[]; summary: RichSummary }
  | { as: 'words'; kept: string[]; added: string[]; removed: string[] }
  | { as: 'moment'; before: string | null; after: string | null }
  | { as: 'choice'; before: unknown; after: unknown }
)

/** What changed, field by field, in the order of the fields; those that did not change are not there. */
export type Difference<Name extends string = string> = { fields: FieldDifference<Name>[]; words: WordCount }

const none: WordCount = { added: 0, removed: 0 }

/**
 * Compares two states of the same thing.
 * @param before `undefined` when there was none: everything that has a value is new
 */
export function fieldDiff<Name extends string>(
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>>,
  fields: readonly Field<Name>[],
): Difference<Name> {
  const changed = fields.flatMap((field) => {
    const difference = oneDiff(field, before?.[field.name], after[field.name])
    return difference ? [difference] : []
  })
  return { fields: changed, words: sumOf(changed.map(({ words }) => words)) }
}

function oneDiff<Name extends string>(
  { name, as }: Field<Name>,
  before: unknown,
  after: unknown,
): FieldDifference<Name> | undefined {
  switch (as) {
    case 'text': {
      const [old, young] = [asText(before), asText(after)]
      if (old === young) return undefined
      const parts = wordDiff(old, young)
      return { name, as, parts, words: wordCountOf(parts) }
    }
    case 'rich': {
      const nodes = richDiff(asRich(before), asRich(after))
      if (nodes.every(({ is }) => is === 'kept')) return undefined
      const summary = richSummary(nodes)
      return { name, as, nodes, summary, words: summary.words }
    }
    case 'words': {
      const [old, young] = [asList(before), asList(after)]
      const added = young.filter((word) => !old.includes(word))
      const removed = old.filter((word) => !young.includes(word))
      if (added.length + removed.length === 0) return undefined
      return { name, as, kept: young.filter((word) => old.includes(word)), added, removed, words: none }
    }
    case 'moment': {
      const [old, young] = [asMoment(before), asMoment(after)]
      return old === young ? undefined : { name, as, before: old, after: young, words: none }
    }
    case 'choice': {
      const [old, young] = [before ?? null, after ?? null]
      return JSON.stringify(old) === JSON.stringify(young)
        ? undefined
        : { name, as, before: old, after: young, words: none }
    }
  }
}

const asText = (value: unknown) => (value === null || value === undefined ? '' : String(value))
const asList = (value: unknown) => (Array.isArray(value) ? [...new Set(value.map(String))] : [])

/** What is no rich text, or no longer one, is compared as an empty one: history must be readable whatever was stored. */
const asRich = (value: unknown): RichText =>
  typeof value === 'object' && value !== null && 'content' in value && Array.isArray(value.content)
    ? { type: 'doc', content: value.content }
    : { type: 'doc', content: [] }

function asMoment(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const time = new Date(value as string | number | Date)
  return Number.isNaN(time.getTime()) ? String(value) : time.toISOString()
}
