import type { Match, Range } from './edits.ts'

/**
 * Items that stand once in each list, and in the same order in both: what a reader's eye would hold on to in a long text that
 * was rewritten. In n log n, whatever the texts.
 * @see B. Cohen's “patience” comparison
 */
export function rareAnchors(a: Int32Array, b: Int32Array, { old, young }: Range): Match[] {
  const [inOld, inYoung] = [onlyPlaces(a, old), onlyPlaces(b, young)]
  const common: Match[] = []
  for (const [item, place] of inOld) {
    const other = inYoung.get(item)
    if (place >= 0 && other !== undefined && other >= 0) common.push({ old: place, young: other, length: 1 })
  }
  return longestRising(common.sort((one, other) => one.old - other.old))
}

/** Where each item stands; -1 when it stands in several places. */
function onlyPlaces(items: Int32Array, [from, to]: readonly [number, number]): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at += 1) {
    const item = items[at] ?? 0
    places.set(item, places.has(item) ? -1 : at)
  }
  return places
}

/** The longest part whose places rise in the second list too. */
function longestRising(matches: readonly Match[]): Match[] {
  const ends: number[] = []
  const before = new Int32Array(matches.length)
  matches.forEach((match, index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((matches[ends[middle] ?? 0]?.young ?? 0) < match.young) low = middle + 1
      else high = middle
    }
    before[index] = ends[low - 1] ?? -1
    ends[low] = index
  })
  const rising: Match[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const match = matches[at]
    if (match) rising.push(match)
  }
  return rising.reverse()
}
