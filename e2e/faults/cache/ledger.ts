import { randomBytes } from 'node:crypto'

const pattern = /marque[0-9a-f]{16}/g

/**
 * Knows when each marker was public. An article carries another marker after each change, so that a page tells by its
 * text which state of the article it shows. Times are of `performance.now()`, and generous to what is judged: a marker may
 * be seen from when its publication was asked for, and must not be asked for after its end was confirmed.
 */
export function createLedger() {
  const publicFrom = new Map<string, number>()
  const hiddenFrom = new Map<string, number>()
  /** For each hidden marker, the longest time after its end at which somebody asked and still got it. */
  const staleMs = new Map<string, number>()
  const early: string[] = []
  let seen = 0

  return {
    newMarker: () => `marque${randomBytes(8).toString('hex')}`,
    published: (marker: string) => publicFrom.set(marker, performance.now()),
    hidden(marker: string) {
      hiddenFrom.set(marker, performance.now())
      if (!staleMs.has(marker)) staleMs.set(marker, 0)
    },
    /** @returns the markers in an answer; whatever is wrong with them is written down */
    read(text: string, askedAt: number, what: string): string[] {
      const markers = [...new Set(text.match(pattern))]
      for (const marker of markers) {
        seen += 1
        const from = publicFrom.get(marker)
        if (from === undefined || from > performance.now()) early.push(`${what} shows what was never public`)
        const end = hiddenFrom.get(marker)
        if (end !== undefined && askedAt > end) staleMs.set(marker, Math.max(staleMs.get(marker) ?? 0, askedAt - end))
      }
      return markers
    },
    report() {
      const sorted = [...staleMs.values()].sort((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
      return { early, seen, hidden: sorted.length, staleP99: at(0.99), stalest: at(1) }
    },
  }
}
export type Ledger = ReturnType<typeof createLedger>
