import { type Effort, type Match, type Range, shortestEdits } from './edits.ts'
import { rareAnchors } from './rare-anchors.ts'

/** What became of some items: in both lists, only in the new one, only in the old one. */
export type Kind = 'kept' | 'added' | 'removed'
/** Items that follow one another and had the same fate. Of a change, what was removed comes before what was added. */
export type DiffRun<Item> = { kind: Kind; items: Item[] }

/** Some tenths of a second at the very most, for two books that share little; usual texts take a thousandth of it. */
const mostEffort = 20_000_000
/** Beyond this many words added and removed in one place, rare words are looked for to hold on to. */
const mostEdits = 1_000
/** Anchors within anchors; below, a place that is still too much is shown as one change. */
const mostDepth = 6

/**
 * What two lists share, and what was removed and added, as runs. Joined again, kept + added items make `after`, kept + removed
 * make `before`, whatever the lists. The fewest possible changes, unless there are thousands. Time and memory are bounded.
 * @param keyOf items are equal when their keys are; kept items are those of `after`
 */
export function diffOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): DiffRun<Item>[] {
  const numbers = new Map<string, number>()
  const numbered = (items: readonly Item[]) =>
    Int32Array.from(items, (item) => {
      const key = keyOf(item)
      const known = numbers.get(key) ?? numbers.size
      numbers.set(key, known)
      return known
    })
  const whole: Range = { old: [0, before.length], young: [0, after.length] }
  const matches = matchesIn(numbered(before), numbered(after), whole, { left: mostEffort }, 0)

  const runs: DiffRun<Item>[] = []
  const add = (kind: Kind, items: readonly Item[]) => {
    const last = runs.at(-1)
    if (items.length === 0) return
    if (last?.kind === kind) for (const item of items) last.items.push(item)
    else runs.push({ kind, items: [...items] })
  }
  let [old, young] = [0, 0]
  for (const match of [...matches, { old: before.length, young: after.length, length: 0 }]) {
    add('removed', before.slice(old, match.old))
    add('added', after.slice(young, match.young))
    add('kept', after.slice(match.young, match.young + match.length))
    ;[old, young] = [match.old + match.length, match.young + match.length]
  }
  return runs
}

function matchesIn(a: Int32Array, b: Int32Array, range: Range, effort: Effort, depth: number): Match[] {
  let {
    old: [start, end],
    young: [youngStart, youngEnd],
  } = range
  while (start < end && youngStart < youngEnd && a[start] === b[youngStart])
    [start, youngStart] = [start + 1, youngStart + 1]
  while (start < end && youngStart < youngEnd && a[end - 1] === b[youngEnd - 1])
    [end, youngEnd] = [end - 1, youngEnd - 1]
  const head = { old: range.old[0], young: range.young[0], length: start - range.old[0] }
  const tail = { old: end, young: youngEnd, length: range.old[1] - end }
  const middle =
    start < end && youngStart < youngEnd ? middleOf({ old: [start, end], young: [youngStart, youngEnd] }) : []
  return [head, ...middle, tail].filter(({ length }) => length > 0)

  function middleOf(rest: Range): Match[] {
    const found = shortestEdits(a, b, rest, effort, mostEdits)
    if (found || depth >= mostDepth) return found ?? []
    const anchors = rareAnchors(a, b, rest)
    if (anchors.length === 0) return []
    const matches: Match[] = []
    let [old, young] = [rest.old[0], rest.young[0]]
    for (const anchor of [...anchors, { old: rest.old[1], young: rest.young[1], length: 0 }]) {
      const gap: Range = { old: [old, anchor.old], young: [young, anchor.young] }
      for (const match of matchesIn(a, b, gap, effort, depth + 1)) matches.push(match)
      if (anchor.length > 0) matches.push(anchor)
      ;[old, young] = [anchor.old + anchor.length, anchor.young + anchor.length]
    }
    return matches
  }
}
