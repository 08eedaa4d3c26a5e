import { type RichNode, textOf } from './rich-node.ts'
import { isWord, wordsIn } from './words.ts'

export type Bag = { words: Map<string, number>; size: number }

/** The words of a node, with how often each stands there. */
export function bagOf(node: RichNode): Bag {
  const words = new Map<string, number>()
  let size = 0
  for (const word of wordsIn(textOf(node)).filter(isWord)) {
    words.set(word, (words.get(word) ?? 0) + 1)
    size += 1
  }
  return { words, size }
}

/** From 0, nothing in common, to 1, the same words. Two nodes without words are alike. */
export function likeness(one: Bag, other: Bag): number {
  if (one.size + other.size === 0) return 1
  const [small, large] = one.words.size <= other.words.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, times] of small.words) common += Math.min(times, large.words.get(word) ?? 0)
  return (2 * common) / (one.size + other.size)
}

export type Pair = { old: number; young: number }

/**
 * Who became whom, in order: the pairs whose likenesses make the largest sum.
 * @param likenessOf 0 for two that cannot be the same
 */
export function likelyPairs(
  oldCount: number,
  youngCount: number,
  likenessOf: (old: number, young: number) => number,
): Pair[] {
  const width = youngCount + 1
  const sums = new Float64Array((oldCount + 1) * width)
  const likenesses = new Float64Array(oldCount * youngCount)
  const sum = (old: number, young: number) => sums[old * width + young] ?? 0
  for (let old = oldCount - 1; old >= 0; old -= 1)
    for (let young = youngCount - 1; young >= 0; young -= 1) {
      const like = likenessOf(old, young)
      likenesses[old * youngCount + young] = like
      const skipped = Math.max(sum(old + 1, young), sum(old, young + 1))
      sums[old * width + young] = Math.max(skipped, like > 0 ? like + sum(old + 1, young + 1) : 0)
    }
  const pairs: Pair[] = []
  let [old, young] = [0, 0]
  while (old < oldCount && young < youngCount) {
    const like = likenesses[old * youngCount + young] ?? 0
    if (like > 0 && sum(old, young) === like + sum(old + 1, young + 1)) {
      pairs.push({ old, young })
      ;[old, young] = [old + 1, young + 1]
    } else if (sum(old + 1, young) >= sum(old, young + 1)) old += 1
    else young += 1
  }
  return pairs
}
