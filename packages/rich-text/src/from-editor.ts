import { limitProblem } from './limits.ts'

/**
 * What TipTap writes, without what it adds on its own: null attributes, `target`, `rel` and `class` of links, `colspan` and
 * `rowspan` of 1, marks on hard breaks. Everything else is left as it is, for `richText` to accept or refuse.
 */
export function fromEditor(json: unknown): unknown {
  return limitProblem(json) === undefined ? cleaned(json) : json
}

function cleaned(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || !('type' in node)) return node
  const { attrs, marks, content, ...rest } = { attrs: undefined, marks: undefined, content: undefined, ...node }
  const keptAttrs = withoutDefaults(node.type, attrs)
  const keptMarks = node.type === 'hardBreak' ? undefined : each(marks)
  return {
    ...rest,
    ...(keptAttrs === undefined ? {} : { attrs: keptAttrs }),
    ...(keptMarks === undefined ? {} : { marks: keptMarks }),
    ...(content === undefined ? {} : { content: each(content) }),
  }
}

const each = (nodes: unknown) => (Array.isArray(nodes) ? nodes.map(cleaned) : nodes)

function withoutDefaults(type: unknown, attrs: unknown): unknown {
  if (typeof attrs !== 'object' || attrs === null) return attrs ?? undefined
  const kept = Object.entries(attrs).filter(([name, value]) => {
    if (value === null) return false
    if (type === 'link') return !['target', 'rel', 'class'].includes(name)
    if (type === 'tableCell' || type === 'tableHeader') return !(/^(col|row)span$/.test(name) && value === 1)
    return true
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
