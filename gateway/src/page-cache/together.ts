import type { PageCache } from './page-cache.ts'

type Hearing = Pick<PageCache, 'purge' | 'trust' | 'distrust'>

/** Caches of different things that hear the same changes. */
export const together = (...caches: Hearing[]): Hearing => ({
  purge(tags) {
    for (const cache of caches) cache.purge(tags)
  },
  trust() {
    for (const cache of caches) cache.trust()
  },
  distrust() {
    for (const cache of caches) cache.distrust()
  },
})
