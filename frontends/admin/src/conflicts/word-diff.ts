export type DiffPart = { kind: 'kept' | 'added' | 'removed'; text: string }

/** Cells of the comparison table; beyond it (texts of some 2 000 words that share nothing) the middle is shown as one change. */
const mostCells = 4_000_000

/** What changed from one text to another, word by word. Joined again, kept + added make `after`, kept + removed make `before`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  return diffOf(wordsIn(before), wordsIn(after), (word) => word).map(({ kind, items }) => ({
    kind,
    text: items.join(''),
  }))
}

const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu) ?? []

export type DiffRun<Item> = { kind: DiffPart['kind']; items: Item[] }

/** The longest common subsequence of two lists, as runs of kept, removed and added items. Items are equal when their keys are. */
export function diffOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): DiffRun<Item>[] {
  const [old, young] = [before.map(keyOf), after.map(keyOf)]
  let start = 0
  while (start < old.length && start < young.length && old[start] === young[start]) start += 1
  let end = 0
  while (end < old.length - start && end < young.length - start && old.at(-1 - end) === young.at(-1 - end)) end += 1

  const runs: DiffRun<Item>[] = []
  const add = (kind: DiffPart['kind'], items: readonly Item[]) => {
    const last = runs.at(-1)
    if (items.length === 0) return
    if (last?.kind === kind) last.items.push(...items)
    else runs.push({ kind, items: [...items] })
  }
  add('kept', before.slice(0, start))
  const [oldMiddle, youngMiddle] = [old.slice(start, old.length - end), young.slice(start, young.length - end)]
  for (const { kind, from, to } of middleOf(oldMiddle, youngMiddle))
    add(kind, (kind === 'added' ? after : before).slice(start + from, start + to))
  add('kept', before.slice(before.length - end))
  return runs
}

type Span = { kind: DiffPart['kind']; from: number; to: number }

function middleOf(old: readonly string[], young: readonly string[]): Span[] {
  if (old.length * young.length > mostCells)
    return [
      { kind: 'removed', from: 0, to: old.length },
      { kind: 'added', from: 0, to: young.length },
    ]
  const width = young.length + 1
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === young[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))

  const spans: Span[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      spans.push({ kind: 'kept', from: i, to: i + 1 })
      i += 1
      j += 1
    } else if (j >= young.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      spans.push({ kind: 'removed', from: i, to: i + 1 })
      i += 1
    } else {
      spans.push({ kind: 'added', from: j, to: j + 1 })
      j += 1
    }
  }
  return spans
}
