/** A render under way, seen from the purges: what was purged since it began? */
export type Render = { readonly beganAt: number }

/**
 * Remembers which tags were purged while pages are being rendered: a render that began before a purge read what the
 * purge is about, and must not be stored after it. Tags of a page are known only when it is rendered, so every purge
 * is remembered as long as an older render is under way.
 */
export function createPurgeLog() {
  const renders = new Set<Render>()
  const purgedAt = new Map<string, number>()
  let everythingAt = 0
  let now = 0 // counts purges: order is all that matters

  return {
    begin(): Render {
      const render = { beganAt: now }
      renders.add(render)
      return render
    },
    end(render: Render) {
      renders.delete(render)
      if (renders.size === 0) return purgedAt.clear()
      const [oldest] = renders // a set keeps the order of arrival
      if (purgedAt.size > 1_000)
        for (const [tag, at] of purgedAt) if (at <= (oldest?.beganAt ?? 0)) purgedAt.delete(tag)
    },
    purge(tags: readonly string[]) {
      now += 1
      if (renders.size > 0) for (const tag of tags) purgedAt.set(tag, now)
    },
    purgeEverything() {
      now += 1
      everythingAt = now
    },
    isStale({ beganAt }: Render, tags: readonly string[]): boolean {
      return everythingAt > beganAt || tags.some((tag) => (purgedAt.get(tag) ?? 0) > beganAt)
    },
    get remembered() {
      return purgedAt.size
    },
  }
}
