/** A half-open range of keys: `from` is in, `to` is not. */
export type KeyRange = { from: string; to: string }

export type SortedKeys<Item> = {
  add(key: string, item: Item): void
  remove(key: string, item: Item): void
  /** Replaces everything; the entries need not be sorted. */
  load(entries: [key: string, item: Item][]): void
  /** In key order, equal keys by age of the item. Must be finished before the next change. */
  scan(range: KeyRange, backwards?: boolean): Iterable<[key: string, item: Item]>
  /** How many entries lie in the range; costs no more for many than for few. */
  count(range: KeyRange): number
}

const CHUNK = 512

/**
 * A sorted list of keys in chunks of bounded size, so that adding to a hundred thousand keys moves a few hundred
 * and not all: what a B-tree does, with two levels and no rebalancing.
 * @param ageOf orders the items of equal keys, and must differ between two items
 */
export function createSortedKeys<Item>(ageOf: (item: Item) => number): SortedKeys<Item> {
  type Entry = [key: string, item: Item]
  let chunks: Entry[][] = [[]]

  const isBefore = (entry: Entry, key: string, age: number) =>
    entry[0] < key || (entry[0] === key && ageOf(entry[1]) < age)

  /** The first position whose entry is not before (key, age). */
  function seek(key: string, age: number): { chunk: number; at: number } {
    const chunk = firstIndex(chunks.length - 1, (index) => {
      const last = chunks[index]?.at(-1)
      return last !== undefined && !isBefore(last, key, age)
    })
    const entries = chunks[chunk] as Entry[]
    return { chunk, at: firstIndex(entries.length, (index) => !isBefore(entries[index] as Entry, key, age)) }
  }

  // Both ends are sought first: comparing positions costs a fraction of comparing keys.
  function* forwards({ from, to }: KeyRange): Iterable<Entry> {
    const start = seek(from, -1)
    const end = seek(to, -1)
    for (let chunk = start.chunk; chunk <= end.chunk; chunk++) {
      const entries = chunks[chunk] as Entry[]
      const stop = chunk === end.chunk ? end.at : entries.length
      for (let at = chunk === start.chunk ? start.at : 0; at < stop; at++) yield entries[at] as Entry
    }
  }

  function* backwards({ from, to }: KeyRange): Iterable<Entry> {
    const start = seek(from, -1)
    const end = seek(to, -1)
    for (let chunk = end.chunk; chunk >= start.chunk; chunk--) {
      const entries = chunks[chunk] as Entry[]
      const stop = chunk === start.chunk ? start.at : 0
      for (let at = chunk === end.chunk ? end.at : entries.length; at-- > stop; ) yield entries[at] as Entry
    }
  }

  return {
    add(key, item) {
      const { chunk, at } = seek(key, ageOf(item))
      const entries = chunks[chunk] as Entry[]
      entries.splice(at, 0, [key, item])
      if (entries.length > CHUNK) chunks.splice(chunk + 1, 0, entries.splice(CHUNK / 2))
    },
    remove(key, item) {
      const { chunk, at } = seek(key, ageOf(item))
      const entry = chunks[chunk]?.[at]
      if (entry?.[0] !== key || entry[1] !== item) throw new Error('An index lost one of its entries.')
      const entries = chunks[chunk] as Entry[]
      entries.splice(at, 1)
      if (entries.length === 0 && chunks.length > 1) chunks.splice(chunk, 1)
    },
    load(entries) {
      const sorted = entries.sort((a, b) => (isBefore(a, b[0], ageOf(b[1])) ? -1 : 1))
      chunks = []
      for (let at = 0; at < sorted.length || at === 0; at += CHUNK / 2) chunks.push(sorted.slice(at, at + CHUNK / 2))
    },
    scan: (range, reverse = false) => (reverse ? backwards(range) : forwards(range)),
    count({ from, to }) {
      const start = seek(from, -1)
      const end = seek(to, -1)
      if (end.chunk < start.chunk) return 0
      if (start.chunk === end.chunk) return Math.max(0, end.at - start.at)
      let count = (chunks[start.chunk]?.length ?? 0) - start.at + end.at
      for (let chunk = start.chunk + 1; chunk < end.chunk; chunk++) count += chunks[chunk]?.length ?? 0
      return count
    },
  }
}

/** The first index in [0, length) that satisfies a condition which stays true from there on; `length` if none does. */
function firstIndex(length: number, isTrue: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
