import type { DiffRun } from './diff-of.ts'
import { isWord, type WordCount } from './words.ts'

type Kept<Item> = { kept: Item[]; count: number }
type Replacement<Item> = { removed: Item[]; added: Item[]; words: WordCount }
type Group<Item> = Kept<Item> | Replacement<Item>

/**
 * Makes of confetti what a reader can follow: two replacements with next to nothing in common between them (a space, a comma,
 * a “de” between sentences) become one. What was kept there is then removed and added, so that both texts stay whole.
 * @param textOf the text of an item, to tell words from spaces and signs
 * @param both a kept item as it was before, and as it is now
 */
export function tidy<Item>(
  runs: readonly DiffRun<Item>[],
  textOf: (item: Item) => string,
  both: (item: Item) => [before: Item, after: Item] = (item) => [item, item],
): DiffRun<Item>[] {
  const weight = ({ words }: Replacement<Item>) => Math.max(words.removed, words.added)
  const isSlight = (before: Replacement<Item>, kept: Kept<Item>, after: Replacement<Item>) =>
    3 * kept.count <= Math.min(weight(before), weight(after))
  /** Words next to one another first: only together they weigh against what is kept between sentences. */
  const neighbours = joined(groupsOf(runs, textOf), (_before, kept) => kept.count === 0, both)
  return joined(neighbours, isSlight, both).flatMap((group): DiffRun<Item>[] =>
    'kept' in group
      ? [{ kind: 'kept', items: group.kept }]
      : [
          { kind: 'removed' as const, items: group.removed },
          { kind: 'added' as const, items: group.added },
        ].filter(({ items }) => items.length > 0),
  )
}

/** Joins what may be joined; the groups are its own to change, so that a thousand joins do not copy a text a thousand times. */
function joined<Item>(
  all: readonly Group<Item>[],
  mayJoin: (before: Replacement<Item>, kept: Kept<Item>, after: Replacement<Item>) => boolean,
  both: (item: Item) => [Item, Item],
): Group<Item>[] {
  const groups: Group<Item>[] = []
  for (const group of all) {
    const [before, between] = [groups.at(-2), groups.at(-1)]
    const isEnclosed = isReplacement(group) && isReplacement(before) && between !== undefined && 'kept' in between
    if (!isEnclosed || !mayJoin(before, between, group)) {
      groups.push(group)
      continue
    }
    for (const item of between.kept) {
      const [old, young] = both(item)
      before.removed.push(old)
      before.added.push(young)
    }
    for (const item of group.removed) before.removed.push(item)
    for (const item of group.added) before.added.push(item)
    before.words.removed += between.count + group.words.removed
    before.words.added += between.count + group.words.added
    groups.pop()
  }
  return groups
}

const isReplacement = <Item>(group: Group<Item> | undefined): group is Replacement<Item> =>
  group !== undefined && !('kept' in group) && group.removed.length > 0 && group.added.length > 0

function groupsOf<Item>(runs: readonly DiffRun<Item>[], textOf: (item: Item) => string): Group<Item>[] {
  const groups: Group<Item>[] = []
  for (const { kind, items } of runs) {
    const last = groups.at(-1)
    const count = items.filter((item) => isWord(textOf(item))).length
    if (kind === 'kept') groups.push({ kept: [...items], count })
    else if (last && !('kept' in last)) {
      last[kind] = [...items]
      last.words[kind] = count
    } else groups.push({ removed: [], added: [], [kind]: [...items], words: { removed: 0, added: 0, [kind]: count } })
  }
  return groups
}
