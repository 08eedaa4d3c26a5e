import { z } from 'zod'
import { isSafeHref } from './is-safe-href.ts'
import { limitProblem } from './limits.ts'

/** Emphasis or link carried by a text. */
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
/** A run of text; never empty. */
export type TextNode = { type: 'text'; text: string; marks?: Mark[] }
/** What a paragraph, a heading or a simple cell is made of. */
export type Inline = TextNode | { type: 'hardBreak' }
export type Paragraph = { type: 'paragraph'; content?: Inline[] }
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: Inline[] }
export type ListItem = { type: 'listItem'; content: Block[] }
export type BulletList = { type: 'bulletList'; content: ListItem[] }
export type OrderedList = { type: 'orderedList'; attrs?: { start: number }; content: ListItem[] }
export type Blockquote = { type: 'blockquote'; content: Block[] }
export type CellBlock = Paragraph | BulletList | OrderedList
export type TableCell = { type: 'tableHeader' | 'tableCell'; content?: CellBlock[] }
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type Table = { type: 'table'; content: TableRow[] }
export type Block = Paragraph | Heading | BulletList | OrderedList | Blockquote | Table | { type: 'horizontalRule' }
/** A rich text: the subset of ProseMirror’s JSON (as TipTap writes it) that the platform keeps, shows and searches. */
export type RichText = { type: 'doc'; content: Block[] }

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

/** One sentence in French for each way in which a document can be refused. */
function french(issue: RawIssue): string {
  if (issue.code === 'unrecognized_keys') return `Attribut non admis : ${issue.keys.map(quoted).join(', ')}.`
  if (issue.code === 'invalid_union') return `Élément non admis à cet endroit : ${quoted(typeOf(issue.input))}.`
  if (issue.code === 'invalid_value' && issue.path?.at(-1) === 'level') return 'Un intertitre est de niveau 2, 3 ou 4.'
  if (issue.code === 'too_small') return 'Cet élément ne peut pas être vide.'
  return 'Texte mis en forme mal construit.'
}

const typeOf = (input: unknown) => (typeof input === 'object' && input !== null && 'type' in input ? input.type : input)
const quoted = (value: unknown) => `« ${typeof value === 'string' ? value.slice(0, 40) : typeof value} »`
const error = { error: french }

const href = z.string(error).refine(isSafeHref, {
  error: 'Adresse de lien refusée : elle commence par http://, https://, mailto:, tel: ou par une seule barre « / ».',
})
const mark = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('bold', error) }, error),
    z.strictObject({ type: z.literal('italic', error) }, error),
    z.strictObject({ type: z.literal('link', error), attrs: z.strictObject({ href }, error) }, error),
  ],
  error,
)
const marks = z
  .array(mark, error)
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length, {
    error: 'La même mise en forme est donnée deux fois.',
  })
  .meta({ uniqueItems: true, maxItems: 3 })

/** Controls other than tab and newline are invisible and break exports; a half surrogate pair breaks UTF-8. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const plainText = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$/
const noControl = { error: 'Le texte contient un caractère de contrôle.' }
const text = z.strictObject(
  {
    type: z.literal('text', error),
    text: z
      .string(error)
      .min(1, error)
      .regex(plainText, noControl)
      .refine((value) => value.isWellFormed(), noControl),
    marks: marks.exactOptional(),
  },
  error,
)
const hardBreak = z.strictObject({ type: z.literal('hardBreak', error) }, error)
const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [text, hardBreak], error)
const inlines = z.array(inline, error).exactOptional()

const paragraph = z.strictObject({ type: z.literal('paragraph', error), content: inlines }, error)
const level = z.literal([2, 3, 4], error)
const heading = z.strictObject(
  { type: z.literal('heading', error), attrs: z.strictObject({ level }, error), content: inlines },
  error,
)
const horizontalRule = z.strictObject({ type: z.literal('horizontalRule', error) }, error)

const block: z.ZodType<Block> = z
  .lazy(() =>
    z.discriminatedUnion(
      'type',
      [paragraph, heading, bulletList, orderedList, blockquote, table, horizontalRule],
      error,
    ),
  )
  .meta({ id: 'RichTextBlock' })
const blocks = z.array(block, error).min(1, error)
const listItem = z.strictObject({ type: z.literal('listItem', error), content: blocks }, error)
const items = z.array(listItem, error).min(1, error)
const bulletList = z.strictObject({ type: z.literal('bulletList', error), content: items }, error)
const start = z.int(error).min(0, error).max(999_999, error)
const orderedList = z.strictObject(
  { type: z.literal('orderedList', error), attrs: z.strictObject({ start }, error).exactOptional(), content: items },
  error,
)
const blockquote = z.strictObject({ type: z.literal('blockquote', error), content: blocks }, error)

const cellBlock = z.discriminatedUnion('type', [paragraph, bulletList, orderedList], error)
const cellContent = z.array(cellBlock, error).exactOptional()
const cell = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('tableHeader', error), content: cellContent }, error),
    z.strictObject({ type: z.literal('tableCell', error), content: cellContent }, error),
  ],
  error,
)
const row = z.strictObject({ type: z.literal('tableRow', error), content: z.array(cell, error).min(1, error) }, error)
const rows = z
  .array(row, error)
  .min(1, error)
  .refine((all) => new Set(all.map(({ content }) => content.length)).size <= 1, {
    error: 'Toutes les lignes d’un tableau ont le même nombre de cellules.',
  })
const table = z.strictObject({ type: z.literal('table', error), content: rows }, error)
const doc: z.ZodType<RichText> = z
  .strictObject({ type: z.literal('doc', error), content: z.array(block, error) }, error)
  .meta({ id: 'RichText', description: 'A subset of ProseMirror’s JSON' })

/**
 * Accepts a rich text and nothing else: unknown nodes, marks and attributes, unsafe addresses, documents that are too deep or
 * too long are refused with a French message. The limits are checked first, without recursion, so that a hostile document
 * (100 000 levels) is refused before any recursive check reads it.
 */
export const richText: z.ZodType<RichText> = z.preprocess((value, context) => {
  const problem = limitProblem(value)
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  return value
}, doc)
