import type { MarkedToken, Token, Tokens } from 'marked'
import type { Inline, Mark } from './rich-text.ts'

type Reader = { refuse: (problem: string) => void; resolveHref: (href: string) => string }

/** The inline tokens of a Markdown block as texts with marks; neighbours with the same marks become one text. */
export function markdownInlines(tokens: readonly Token[], reader: Reader): Inline[] {
  return joined(tokens.flatMap((token) => inline(token as MarkedToken, [], reader)))
}

function inline(token: MarkedToken, marks: Mark[], reader: Reader): Inline[] {
  const within = (children: readonly Token[], mark: Mark) =>
    children.flatMap((child) => inline(child as MarkedToken, withMark(marks, mark), reader))
  switch (token.type) {
    case 'text':
      if (token.tokens) return token.tokens.flatMap((child) => inline(child as MarkedToken, marks, reader))
      return plain(token.text, token, marks, reader)
    case 'escape':
      return plain(token.text, undefined, marks, reader)
    case 'strong':
      return within(token.tokens, { type: 'bold' })
    case 'em':
      return within(token.tokens, { type: 'italic' })
    case 'link':
      return within(token.tokens, { type: 'link', attrs: { href: linkTarget(token, reader) } })
    case 'br':
      return [{ type: 'hardBreak' }]
    default:
      reader.refuse(`${token.type === 'html' ? 'HTML' : token.type} non admis : « ${token.raw.slice(0, 60)} »`)
      return []
  }
}

const withMark = (marks: Mark[], mark: Mark) =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark]

function linkTarget({ href, title, raw }: Tokens.Link, { refuse, resolveHref }: Reader): string {
  if (title) refuse(`infobulle de lien non admise : « ${raw} »`)
  try {
    return resolveHref(href)
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
    return '/'
  }
}

/** Markdown lets HTML entities stand for characters; we want the characters themselves. */
function plain(text: string, source: Tokens.Text | Tokens.Tag | undefined, marks: Mark[], reader: Reader): Inline[] {
  if (source && /&(#\d+|#x[\da-f]+|[a-z]\w*);/i.test(source.raw))
    reader.refuse(`entité HTML non admise : « ${source.raw.slice(0, 60)} »`)
  const flowing = text.replace(/ *\n */g, ' ')
  return flowing === '' ? [] : [{ type: 'text', text: flowing, ...(marks.length === 0 ? {} : { marks }) }]
}

function joined(nodes: Inline[]): Inline[] {
  const result: Inline[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const same = last?.type === 'text' && node.type === 'text' && sameMarks(last.marks, node.marks)
    if (same) result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}

const sameMarks = (one: Mark[] | undefined, other: Mark[] | undefined) =>
  JSON.stringify(one ?? []) === JSON.stringify(other ?? [])
