/**
 * Slows down whoever tries passwords: so many tries by key and by window, kept in memory (a restart forgives).
 * A try counts when it begins, so that a hundred tries sent together are not a hundred free ones.
 */
export function createLoginThrottle({
  clock,
  tries = 10,
  windowMs = 300_000,
  size = 10_000,
}: {
  clock: () => Date
  tries?: number
  windowMs?: number
  /** Keys remembered; the oldest goes first. */
  size?: number
}) {
  const triesOf = new Map<string, number[]>()

  return {
    /** Counts one try. @returns seconds to wait before the next, 0 when this one is allowed */
    begin(key: string): number {
      const now = clock().getTime()
      const recent = (triesOf.get(key) ?? []).filter((at) => at > now - windowMs)
      const oldest = recent[0]
      if (oldest !== undefined && recent.length >= tries) return Math.ceil((oldest + windowMs - now) / 1000)
      triesOf.delete(key)
      triesOf.set(key, [...recent, now])
      const forgotten = triesOf.size > size ? triesOf.keys().next() : undefined
      if (forgotten && !forgotten.done) triesOf.delete(forgotten.value)
      return 0
    },
    /** The password was right: the earlier tries were slips of the finger. */
    succeeded: (key: string) => void triesOf.delete(key),
  }
}

export type LoginThrottle = ReturnType<typeof createLoginThrottle>
