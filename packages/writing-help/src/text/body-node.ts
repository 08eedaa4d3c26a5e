/**
 * A node of a rich text, read loosely: every `RichText` is one, and so is a text with nodes that this package does not know yet.
 * Help must not break on the day when the editor learns a new kind of block.
 */
export type BodyNode = {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly content?: readonly BodyNode[]
}

/** What to do with the nodes of each type; types that are not named are only walked through. */
export type Visitor = Readonly<Record<string, (node: BodyNode, inside: readonly string[]) => void>>

/** Walks the whole text in reading order. `inside` holds the types of the nodes around, from the document down. */
export function visit(node: BodyNode, visitor: Visitor, inside: readonly string[] = []): void {
  if (Object.hasOwn(visitor, node.type)) visitor[node.type]?.(node, inside)
  const deeper = [...inside, node.type]
  for (const child of node.content ?? []) visit(child, visitor, deeper)
}

/** The text of a node and of all that it holds; a hard break is a newline. */
export function textIn(node: BodyNode): string {
  if (node.type === 'hardBreak') return '\n'
  return node.text ?? (node.content ?? []).map(textIn).join('')
}
