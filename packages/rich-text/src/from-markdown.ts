import { type MarkedToken, marked, type Token, type Tokens } from 'marked'
import { markdownInlines } from './markdown-inlines.ts'
import { MarkdownRefused } from './markdown-refused.ts'
import type { Block, CellBlock, ListItem, RichText, TableCell } from './rich-text.ts'
import { richText } from './rich-text.ts'

export type MarkdownOptions = {
  /** Gives the address that a link of the Markdown stands for; throw to refuse it. */
  resolveHref?: (href: string) => string
}

/**
 * Reads GitHub-flavoured Markdown (by marked) as a rich text. What the subset does not have (raw HTML, images, code, level 1
 * headings …) is refused, never dropped.
 * @throws {MarkdownRefused} with every problem found
 */
export function fromMarkdown(markdown: string, { resolveHref = (href) => href }: MarkdownOptions = {}): RichText {
  const problems: string[] = []
  const blocks = createBlocks((problem) => problems.push(problem), resolveHref)
  const doc = { type: 'doc', content: blocks(marked.lexer(markdown)) }
  if (problems.length > 0) throw new MarkdownRefused(problems)
  const checked = richText.safeParse(doc)
  if (!checked.success) throw new MarkdownRefused(checked.error.issues.map(({ message }) => message))
  return checked.data
}

function createBlocks(refuse: (problem: string) => void, resolveHref: (href: string) => string) {
  const inlines = (tokens: readonly Token[] | undefined) => markdownInlines(tokens ?? [], { refuse, resolveHref })

  function blocks(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token) => block(token as MarkedToken))
  }

  function block(token: MarkedToken): Block[] {
    switch (token.type) {
      case 'space':
      case 'def':
        return []
      case 'paragraph':
      case 'text':
        return [{ type: 'paragraph', content: inlines(token.tokens) }]
      case 'heading':
        return heading(token)
      case 'blockquote':
        return [{ type: 'blockquote', content: blocks(token.tokens) }]
      case 'list':
        return list(token)
      case 'table':
        return [{ type: 'table', content: [token.header, ...token.rows].map(row) }]
      case 'hr':
        return [{ type: 'horizontalRule' }]
      default:
        refuse(`${token.type === 'html' ? 'HTML' : token.type} non admis : ${excerpt(token.raw)}`)
        return []
    }
  }

  function heading({ depth, tokens, raw }: Tokens.Heading): Block[] {
    if (depth === 2 || depth === 3 || depth === 4)
      return [{ type: 'heading', attrs: { level: depth }, content: inlines(tokens) }]
    refuse(`intertitre de niveau ${depth} (2 à 4 admis) : ${excerpt(raw)}`)
    return []
  }

  function list({ ordered, start, items }: Tokens.List): Block[] {
    const content = items.map(item)
    if (!ordered) return [{ type: 'bulletList', content }]
    return [{ type: 'orderedList', ...(start === 1 || start === '' ? {} : { attrs: { start } }), content }]
  }

  function item({ task, tokens, raw }: Tokens.ListItem): ListItem {
    if (task) refuse(`case à cocher non admise : ${excerpt(raw)}`)
    const content = blocks(tokens)
    return { type: 'listItem', content: content.length === 0 ? [{ type: 'paragraph' }] : content }
  }

  function row(cells: Tokens.TableCell[]) {
    return { type: 'tableRow' as const, content: cells.map(cell) }
  }

  function cell({ header, tokens }: Tokens.TableCell): TableCell {
    const content: CellBlock[] = [{ type: 'paragraph', content: inlines(tokens) }]
    return { type: header ? 'tableHeader' : 'tableCell', content }
  }

  return blocks
}

const excerpt = (raw: string) => `« ${raw.trim().replace(/\s+/g, ' ').slice(0, 60)} »`
