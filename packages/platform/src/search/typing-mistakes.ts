/**
 * How many typing mistakes make one word of the other: a letter changed, missing, too many, or two neighbours
 * swapped (Damerau's distance, optimal string alignment). More than `most` is told as `most + 1`.
 */
export function mistakesBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let distance = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) distance = Math.min(distance, at(beforeLast, j - 2) + 1)
      row.push(distance)
      least = Math.min(least, distance)
    }
    if (least > most) return most + 1
    beforeLast = last
    last = row
  }
  return Math.min(at(last, b.length), most + 1)
}

const at = (row: number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY

const SHORTEST_WORD = 4
const LONG_WORD = 8

/** Mistakes forgiven in a word: none in a short one or a number, two in a long one. */
export const forgivenMistakes = (word: string): number =>
  word.length < SHORTEST_WORD || /\p{N}/u.test(word) ? 0 : word.length < LONG_WORD ? 1 : 2
