/**
 * The `count` first items from `offset` in the order of `compare`, without sorting the rest:
 * pages are small and matches may be a hundred thousand.
 */
export function best<Item>(
  items: Iterable<Item>,
  offset: number,
  count: number,
  compare: (a: Item, b: Item) => number,
): Item[] {
  const wanted = offset + count
  if (count === 0) return []
  let kept: Item[] = []
  let limit: Item | undefined
  for (const item of items) {
    if (limit !== undefined && compare(item, limit) >= 0) continue
    kept.push(item)
    if (kept.length < 2 * wanted + 100) continue
    kept = kept.sort(compare).slice(0, wanted)
    limit = kept.at(-1)
  }
  return kept.sort(compare).slice(offset, wanted)
}
