export type Mark = { type: string; attrs?: object }

/** A node of a rich text, as loosely as it can be compared: kinds of blocks that come later are compared too. */
export type RichNode = {
  type: string
  attrs?: object
  text?: string
  marks?: readonly Mark[]
  content?: readonly RichNode[]
}

const textBlocks: readonly string[] = ['paragraph', 'heading']

/** Whether it is made of words rather than of blocks. */
export const holdsWords = ({ type }: RichNode): boolean => textBlocks.includes(type)

/** The text to compare and to count; a block without any (a rule, a picture) has that of its attributes. */
export function textOf(node: RichNode): string {
  if (node.text !== undefined) return node.text
  if (node.content) return node.content.map(textOf).join(holdsWords(node) ? '' : '\n')
  return node.type === 'hardBreak' ? '\n' : Object.values(node.attrs ?? {}).join(' ')
}

/** Nodes are the same when their keys are, in whatever order their attributes and marks come. */
export const keyOf = (node: RichNode): string => JSON.stringify(shapeOf(node))

/** Made a text once, at the end: a text within a text doubles its signs of escape at each level. */
const shapeOf = ({ type, attrs, text, marks, content }: RichNode): unknown[] => [
  type,
  sorted(attrs),
  text ?? '',
  marksKey(marks),
  (content ?? []).map(shapeOf),
]

/** The same for emphasis and links. */
export const marksKey = (marks: readonly Mark[] | undefined): string =>
  (marks ?? [])
    .map(({ type, attrs }) => JSON.stringify([type, sorted(attrs)]))
    .sort()
    .join()

const sorted = (attrs: object | undefined) =>
  Object.entries(attrs ?? {}).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
