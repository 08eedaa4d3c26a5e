export type Verdict = {
  allowed: boolean
  remaining: number
  /** Seconds after which at least one more is allowed. */
  retryAfter: number
}

export type RateLimiter = {
  /** Counts one request of `key`, unless it is one too many. */
  take(key: string, limit: number): Verdict
}

/** A flood from more addresses than this is no matter of rates per address, and must not fill the memory. */
const mostKeys = 200_000

/**
 * Counts requests per key over the last minute: those of this minute, and those of the one before in proportion to
 * what of it still lies within the last sixty seconds. Synchronous, with two maps and no timers: it stands in front of
 * the page cache, where each microsecond shows, and a flood of addresses costs it little memory.
 */
export function createRateLimiter(clock: () => number = Date.now, windowMs = 60_000): RateLimiter {
  let startedAt = clock()
  let current = new Map<string, number>()
  let previous = new Map<string, number>()

  const turn = (now: number) => {
    const windows = Math.floor((now - startedAt) / windowMs)
    if (windows < 1) return
    previous = windows === 1 ? current : new Map()
    current = new Map()
    startedAt += windows * windowMs
  }

  return {
    take(key, limit) {
      const now = clock()
      turn(now)
      const elapsed = (now - startedAt) / windowMs
      const before = previous.get(key) ?? 0
      const count = current.get(key) ?? 0
      const left = limit - (before * (1 - elapsed) + count)
      if (left >= 1) {
        if (count > 0 || current.size < mostKeys) current.set(key, count + 1)
        return { allowed: true, remaining: Math.floor(left - 1), retryAfter: 0 }
      }
      // One more fits when enough of the window before has gone by; if this window is full by itself, in the next one.
      const fits = limit - 1 - count
      const at = fits >= 0 && before > 0 ? 1 - fits / before : 2 - (limit - 1) / Math.max(count, 1)
      return { allowed: false, remaining: 0, retryAfter: Math.max(1, Math.ceil(((at - elapsed) * windowMs) / 1_000)) }
    },
  }
}
