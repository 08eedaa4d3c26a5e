import type { Block, RichText } from './rich-text.ts'
import { inlineText } from './to-text.ts'

/** A line of the table of contents; `id` is the heading’s id in the HTML, unique in the document. */
export type HeadingLine = { level: 2 | 3 | 4; id: string; text: string }

/**
 * The headings that have a text, in reading order. Ids come from the text alone (“L’énergie” → `l-energie`), so that a link to
 * a heading survives changes elsewhere; twins get `-2`, `-3`. `idPrefix` keeps them apart from the page’s own ids.
 */
export function headingsOf(doc: RichText, { idPrefix = '' }: { idPrefix?: string } = {}): HeadingLine[] {
  const taken = new Set<string>()
  return headingsIn(doc.content).map(({ level, text }) => ({ level, text, id: free(idPrefix + slug(text), taken) }))
}

function headingsIn(blocks: readonly Block[]): Omit<HeadingLine, 'id'>[] {
  return blocks.flatMap((block) => {
    if (block.type === 'heading') {
      const text = inlineText(block.content).replace(/\s+/g, ' ').trim()
      return text === '' ? [] : [{ level: block.attrs.level, text }]
    }
    if (block.type === 'blockquote') return headingsIn(block.content)
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => headingsIn(item.content))
    return []
  })
}

function slug(text: string): string {
  const plain = text.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '')
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'section'
}

function free(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let twin = 2; taken.has(id); twin += 1) id = `${wanted}-${twin}`
  taken.add(id)
  return id
}
