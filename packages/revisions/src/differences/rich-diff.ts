import type { RichText } from '@pmq/rich-text'
import { diffOf } from './diff-of.ts'
import { type InlineRun, inlineDiff } from './inline-diff.ts'
import { type Bag, bagOf, likelyPairs, likeness } from './likeness.ts'
import { pairMoves } from './pair-moves.ts'
import { holdsWords, keyOf, type RichNode } from './rich-node.ts'

/** What changed inside of a node: its words, or its own nodes (items, rows, cells …); `null`: its attributes alone, or nothing. */
export type Parts = { inlines: InlineRun[] } | { nodes: NodeDifference[] } | null

/** What became of a node, at its place. What moved is drawn twice, with the same number: where it was, and where it is. */
export type NodeDifference =
  | { is: 'kept' | 'added' | 'removed'; node: RichNode }
  | { is: 'changed'; before: RichNode; after: RichNode; parts: Parts }
  | { is: 'moved-away'; node: RichNode; move: number }
  | { is: 'moved-here'; before: RichNode; after: RichNode; parts: Parts; move: number }

/** Comparisons of one node with another, in one place; beyond it nothing is paired, and all is removed and added. */
const mostPairs = 250_000
const enoughAlike = { sameType: 0.4, otherType: 0.6 }

/** What changed from one rich text to another, in the order in which it is read: blocks are matched first, then words within. */
export const richDiff = (before: RichText, after: RichText): NodeDifference[] =>
  nodesDiff(before.content, after.content)

function nodesDiff(before: readonly RichNode[], after: readonly RichNode[]): NodeDifference[] {
  const all: NodeDifference[] = []
  let removed: RichNode[] = []
  for (const { kind, items } of diffOf(before, after, keyOf)) {
    if (kind === 'removed') removed = items
    else {
      all.push(...gapDiff(removed, kind === 'added' ? items : []))
      if (kind === 'kept') all.push(...items.map((node) => ({ is: 'kept' as const, node })))
      removed = []
    }
  }
  return pairMoves([...all, ...gapDiff(removed, [])], partsOf, mostPairs)
}

/** What stands between two nodes that are kept: those that are alike enough are the same one, changed. */
function gapDiff(removed: readonly RichNode[], added: readonly RichNode[]): NodeDifference[] {
  const bags = (nodes: readonly RichNode[]) => nodes.map((node) => ({ node, bag: bagOf(node) }))
  const [old, young] = [bags(removed), bags(added)]
  const pairs =
    old.length * young.length > mostPairs
      ? []
      : likelyPairs(old.length, young.length, (one, other) => alike(old[one], young[other]))
  const all: NodeDifference[] = []
  let [from, to] = [0, 0]
  for (const pair of [...pairs, { old: old.length, young: young.length }]) {
    for (const node of removed.slice(from, pair.old)) all.push({ is: 'removed', node })
    for (const node of added.slice(to, pair.young)) all.push({ is: 'added', node })
    const [before, after] = [removed[pair.old], added[pair.young]]
    if (before && after) all.push({ is: 'changed', before, after, parts: partsOf(before, after) })
    ;[from, to] = [pair.old + 1, pair.young + 1]
  }
  return all
}

type Bagged = { node: RichNode; bag: Bag }

function alike(one: Bagged | undefined, other: Bagged | undefined): number {
  if (!one || !other) return 0
  const isSameType = one.node.type === other.node.type
  if (!isSameType && (holdsWords(one.node) !== holdsWords(other.node) || !one.node.content || !other.node.content))
    return 0
  const like = likeness(one.bag, other.bag)
  return like >= (isSameType ? enoughAlike.sameType : enoughAlike.otherType) ? like : 0
}

function partsOf(before: RichNode, after: RichNode): Parts {
  const [old, young] = [before.content ?? [], after.content ?? []]
  if (!before.content && !after.content) return null
  if (holdsWords(before)) return { inlines: inlineDiff(old, young) }
  if (before.type === 'tableRow' && old.length === young.length) return { nodes: cellsDiff(old, young) }
  return { nodes: nodesDiff(old, young) }
}

/** In a row a cell is known by its column: a figure that changes has nothing in common with the one before. */
const cellsDiff = (before: readonly RichNode[], after: readonly RichNode[]): NodeDifference[] =>
  after.map((cell, column) => {
    const former = before[column] ?? cell
    if (keyOf(former) === keyOf(cell)) return { is: 'kept', node: cell }
    return { is: 'changed', before: former, after: cell, parts: partsOf(former, cell) }
  })
