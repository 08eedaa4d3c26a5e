import { type Block, headingsOf, type RichText } from '@pmq/rich-text'

/**
 * The same text with headings that PDF/UA-1 accepts, in lists and quotations too: none empty, and no level left out on
 * the way down (a 4 below a 2 becomes a 3). On screens such a heading is only untidy; Typst refuses to print it.
 */
export function steadyHeadings({ content }: RichText): Block[] {
  let last = 1
  const steady = (block: Block): Block[] => {
    if (block.type === 'heading') {
      if (headingsOf({ type: 'doc', content: [block] }).length === 0) return []
      last = Math.min(block.attrs.level, last + 1)
      return [{ ...block, attrs: { level: last as 2 | 3 | 4 } }]
    }
    if (block.type === 'blockquote') return [{ ...block, content: block.content.flatMap(steady) }]
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      return [{ ...block, content: block.content.map((item) => ({ ...item, content: item.content.flatMap(steady) })) }]
    }
    if (block.type !== 'table') return [block]
    const cellsOf = (row: (typeof block.content)[number]) =>
      row.content.map((cell) => ({ ...cell, content: (cell.content ?? []).flatMap(steady) }) as typeof cell)
    return [{ ...block, content: block.content.map((row) => ({ ...row, content: cellsOf(row) })) }]
  }
  return content.flatMap(steady)
}
