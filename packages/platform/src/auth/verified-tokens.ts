import { hash } from 'node:crypto'
import type { Identity } from './identity.ts'

const lifeMs = 60_000

/**
 * Remembers whose the last verified tokens were: a page makes a dozen calls with the same one. Keyed by digest, so that
 * no token lies in memory; an entry lives until its token ends, one minute at most.
 * @param size entries kept; the least recently used goes first
 */
export function createVerifiedTokens(size: number) {
  const entries = new Map<string, { identity: Identity; until: number }>()
  const keyOf = (token: string) => hash('sha256', token, 'base64url')

  return {
    get(token: string, now: number): Identity | undefined {
      const key = keyOf(token)
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.until <= now) return undefined
      entries.set(key, entry) // to the end of the map: recently used
      return entry.identity
    },
    /** @param expiresAt milliseconds since the epoch */
    put(token: string, identity: Identity, now: number, expiresAt: number) {
      entries.set(keyOf(token), { identity, until: Math.min(expiresAt, now + lifeMs) })
      const oldest = entries.size > size ? entries.keys().next() : undefined
      if (oldest && !oldest.done) entries.delete(oldest.value)
    },
    clear: () => entries.clear(),
    get size() {
      return entries.size
    },
  }
}
