import type { Block, Inline, RichText } from './rich-text.ts'

/** The text alone, for search and summaries: blocks and rows end with a newline, cells are separated by a tab. */
export function toText(doc: RichText): string {
  return doc.content.map(blockText).filter(Boolean).join('\n')
}

/** The text of a paragraph or heading; a hard break is a newline. */
export function inlineText(content: readonly Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content)
    case 'bulletList':
    case 'orderedList':
      return block.content.map((item) => blocksText(item.content)).join('\n')
    case 'blockquote':
      return blocksText(block.content)
    case 'table':
      return block.content.map(({ content }) => content.map((cell) => blocksText(cell.content)).join('\t')).join('\n')
    case 'horizontalRule':
      return ''
  }
}

const blocksText = (blocks: readonly Block[] | undefined) => (blocks ?? []).map(blockText).join('\n')
