import { diffOf, type Kind } from './diff-of.ts'
import { keyOf, marksKey, type RichNode } from './rich-node.ts'
import { tidy } from './tidy.ts'
import { wordsIn } from './words.ts'

/** Texts and breaks to draw as they are, as added or as removed; `restyled`: the same words, with other emphasis or another link. */
export type InlineRun =
  | { kind: Kind; nodes: RichNode[] }
  | { kind: 'restyled'; nodes: RichNode[]; formerly: RichNode[] }

/** What changed within a paragraph, word by word. */
export function inlineDiff(before: readonly RichNode[], after: readonly RichNode[]): InlineRun[] {
  const [old, young] = [before.flatMap(words), after.flatMap(words)]
  const runs = diffOf(old, young, (word) => word.text ?? keyOf(word))

  /** What a kept word was before; kept and removed words make the old text, in its order. */
  const former = new Map<RichNode, RichNode>()
  let at = 0
  for (const { kind, items } of runs) {
    if (kind === 'added') continue
    for (const item of items) {
      if (kind === 'kept') former.set(item, old[at] ?? item)
      at += 1
    }
  }
  const formerly = (word: RichNode) => former.get(word) ?? word
  const tidied = tidy(
    runs,
    ({ text }) => text ?? '\n',
    (word) => [formerly(word), word],
  )
  return tidied.flatMap(({ kind, items }): InlineRun[] => {
    if (kind !== 'kept') return [{ kind, nodes: joined(items) }]
    const isSame = (word: RichNode) => marksKey(word.marks) === marksKey(formerly(word).marks)
    return stretches(items, isSame).map((stretch) => {
      const [first] = stretch
      if (!first || isSame(first)) return { kind, nodes: joined(stretch) }
      return { kind: 'restyled', nodes: joined(stretch), formerly: joined(stretch.map(formerly)) }
    })
  })
}

/** Each word a text of its own, an object that no other word is. */
const words = (node: RichNode): RichNode[] =>
  node.text === undefined ? [{ ...node }] : wordsIn(node.text).map((text) => ({ ...node, text }))

/** Neighbours that have the same emphasis are one text again. */
function joined(nodes: readonly RichNode[]): RichNode[] {
  return stretches(nodes, (node) => (node.text === undefined ? keyOf(node) : marksKey(node.marks))).flatMap(
    (stretch) => {
      const [first] = stretch
      if (first?.text === undefined) return stretch
      return [{ ...first, text: stretch.map(({ text }) => text).join('') }]
    },
  )
}

/** Neighbours that have something in common. */
function stretches<Item>(items: readonly Item[], of: (item: Item) => unknown): Item[][] {
  const found: Item[][] = []
  let common: unknown
  for (const item of items) {
    const last = found.at(-1)
    const its = of(item)
    if (last && its === common) last.push(item)
    else found.push([item])
    common = its
  }
  return found
}
