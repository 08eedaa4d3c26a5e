import { bagOf, likeness } from './likeness.ts'
import type { NodeDifference, Parts } from './rich-diff.ts'
import { keyOf, type RichNode } from './rich-node.ts'

/** What is shorter may well stand in two places by chance. */
const fewestWords = 4
const enoughAlike = 0.8

/** What goes in one place and comes in another, nearly the same, has moved. */
export function pairMoves(
  all: readonly NodeDifference[],
  partsOf: (before: RichNode, after: RichNode) => Parts,
  mostPairs: number,
): NodeDifference[] {
  const candidates = (wanted: 'removed' | 'added') =>
    all.flatMap((difference, at) => {
      if (difference.is !== wanted) return []
      const bag = bagOf(difference.node)
      return bag.size < fewestWords ? [] : [{ node: difference.node, bag, at, key: keyOf(difference.node) }]
    })
  const [gone, come] = [candidates('removed'), candidates('added')]
  if (gone.length * come.length > mostPairs) return [...all]

  const result = [...all]
  const free = new Set(come)
  let move = 0
  for (const left of gone) {
    const fitting = [...free].filter(
      ({ node, bag }) => node.type === left.node.type && likeness(left.bag, bag) >= enoughAlike,
    )
    const found = fitting.find(({ key }) => key === left.key) ?? fitting[0]
    if (!found) continue
    free.delete(found)
    move += 1
    const parts = found.key === left.key ? null : partsOf(left.node, found.node)
    result[left.at] = { is: 'moved-away', node: left.node, move }
    result[found.at] = { is: 'moved-here', before: left.node, after: found.node, parts, move }
  }
  return result
}
