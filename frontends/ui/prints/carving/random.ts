/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number

/** The hand's hesitation: mulberry32, started by a text, so that a print is the same on every machine and every day. */
export function seededRandom(seed: string): Random {
  let state = 0
  for (const character of seed) state = (Math.imul(state, 31) + (character.codePointAt(0) ?? 0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number between the two, evenly. */
export const between = (random: Random, least: number, most: number) => least + random() * (most - least)

/** Around zero, at most `reach` away. */
export const jitter = (random: Random, reach: number) => (random() - 0.5) * 2 * reach

/** One of a list that is not empty. */
export function pick<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(random() * choices.length)] ?? choices[0]
}
