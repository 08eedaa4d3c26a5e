/** A stretch that two lists share: `length` equal items from `old` in the first and from `young` in the second. */
export type Match = { old: number; young: number; length: number }
/** Part of both lists, ends excluded. */
export type Range = { old: [number, number]; young: [number, number] }
/** Steps that may still be taken, shared by all parts of one comparison. */
export type Effort = { left: number }

/**
 * Myers's greedy comparison: the shortest way from one list to the other.
 * @returns what they share, in order; `undefined` when it would take more than `mostEdits` or more effort than is left
 * @see E. Myers, An O(ND) Difference Algorithm and Its Variations, 1986
 */
export function shortestEdits(
  a: Int32Array,
  b: Int32Array,
  { old, young }: Range,
  effort: Effort,
  mostEdits: number,
): Match[] | undefined {
  const [n, m] = [old[1] - old[0], young[1] - young[0]]
  const most = Math.min(n + m, mostEdits)
  const furthest = new Int32Array(2 * most + 3)
  const trace: Int32Array[] = []
  for (let d = 0; d <= most; d += 1) {
    trace.push(furthest.slice(most + 1 - d, most + 2 + d))
    effort.left -= d + 1
    if (effort.left < 0) return undefined
    for (let k = -d; k <= d; k += 2) {
      const [above, left] = [furthest[most + 2 + k] ?? 0, furthest[most + k] ?? 0]
      let x = k === -d || (k !== d && left < above) ? above : left + 1
      if (x > n || x - k > m) {
        furthest[most + 1 + k] = x
        continue
      }
      const from = x
      while (x < n && x - k < m && a[old[0] + x] === b[young[0] + x - k]) x += 1
      effort.left -= x - from
      furthest[most + 1 + k] = x
      if (x >= n && x - k >= m) return wayBack(trace, n, m, old[0], young[0])
    }
  }
  return undefined
}

/** Walks from the end to the start over what each round had reached. `trace[d]` holds the diagonals -d … d before round d. */
function wayBack(trace: readonly Int32Array[], n: number, m: number, oldStart: number, youngStart: number): Match[] {
  const matches: Match[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const before = trace[d]
    const reached = (k: number) => before?.[k + d] ?? 0
    const k = x - y
    const down = k === -d || (k !== d && reached(k - 1) < reached(k + 1))
    const previousX = d === 0 ? 0 : down ? reached(k + 1) : reached(k - 1)
    const previousY = d === 0 ? 0 : previousX - (down ? k + 1 : k - 1)
    const startX = d === 0 ? 0 : down ? previousX : previousX + 1
    if (x > startX) matches.push({ old: oldStart + startX, young: youngStart + startX - k, length: x - startX })
    ;[x, y] = [previousX, previousY]
  }
  return matches.reverse()
}
