import { fromEditor, type RichText } from '@pmq/rich-text'

type Node = { type?: unknown; attrs?: Record<string, unknown>; content?: unknown[] }

/** What the editor holds, as the contract wants it. Pasted lists may bring a kind of numbering (a, i): it is not kept. */
export const asRichText = (json: unknown): RichText => fromEditor(withoutListKinds(json)) as RichText

function withoutListKinds(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  const { attrs, content, ...rest }: Node = node
  const { type: _kind, ...others } = attrs ?? {}
  return {
    ...rest,
    ...(attrs ? { attrs: rest.type === 'orderedList' ? others : attrs } : {}),
    ...(content ? { content: content.map(withoutListKinds) } : {}),
  }
}
