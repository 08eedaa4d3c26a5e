import type { CachedPage } from './cached-page.ts'
import { pathOf } from './page-key.ts'

/** Pages in memory, found by address and forgotten by tag. */
export type PageStore = {
  get(site: string, target: string): CachedPage | undefined
  put(site: string, target: string, page: CachedPage): void
  /** A page that may still be stored has grown by so many bytes. */
  grown(site: string, target: string, page: CachedPage, bytes: number): void
  forgetTagged(tags: readonly string[]): void
  clear(): void
  readonly size: number
  readonly bytes: number
}

/** Queries that a path may have at once: whoever invents queries pushes out only that path's own pages. */
const fewVariants = 32

/** @param limit bytes, all encodings together */
export function createPageStore(limit: number, mostVariants = fewVariants): PageStore {
  // In the order of arrival. A page that was used since goes to the end instead of out ("second chance"): nearly as
  // good as least recently used, and a hit costs one assignment.
  const pages = new Map<string, CachedPage>()
  const byTag = new Map<string, Set<string>>()
  const byPath = new Map<string, Set<string>>()
  let bytes = 0

  const keyOf = (site: string, target: string) => `${site} ${target}`

  const index = (map: Map<string, Set<string>>, name: string, key: string) => {
    const keys = map.get(name)
    if (keys) keys.add(key)
    else map.set(name, new Set([key]))
    return map.get(name) as Set<string>
  }
  const unindex = (map: Map<string, Set<string>>, name: string, key: string) => {
    const keys = map.get(name)
    keys?.delete(key)
    if (keys?.size === 0) map.delete(name)
  }

  const forget = (key: string) => {
    const page = pages.get(key)
    if (!page) return
    pages.delete(key)
    bytes -= page.bytes
    for (const tag of page.tags) unindex(byTag, tag, key)
    unindex(byPath, pathOf(key), key)
  }

  const makeRoom = () => {
    for (const [key, page] of pages) {
      if (bytes <= limit) return
      if (page.used) {
        page.used = false
        pages.delete(key)
        pages.set(key, page)
      } else forget(key)
    }
  }

  return {
    get: (site, target) => pages.get(keyOf(site, target)),
    put(site, target, page) {
      const key = keyOf(site, target)
      forget(key)
      pages.set(key, page)
      bytes += page.bytes
      for (const tag of page.tags) index(byTag, tag, key)
      const variants = index(byPath, pathOf(key), key)
      const [oldest] = variants
      if (variants.size > mostVariants && oldest !== undefined) forget(oldest)
      makeRoom()
    },
    grown(site, target, page, added) {
      if (pages.get(keyOf(site, target)) !== page) return
      page.bytes += added
      bytes += added
      makeRoom()
    },
    forgetTagged(tags) {
      for (const tag of tags) for (const key of byTag.get(tag) ?? []) forget(key)
    },
    clear() {
      pages.clear()
      byTag.clear()
      byPath.clear()
      bytes = 0
    },
    get size() {
      return pages.size
    },
    get bytes() {
      return bytes
    },
  }
}
