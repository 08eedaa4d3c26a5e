import { setTimeout as delay } from 'node:timers/promises'
import { contentTopics } from '@pmq/contracts/content'
import type { Bus, Subscription } from '@pmq/platform/bus'
import type { Log } from '@pmq/platform/log'
import type { PageCache } from './page-cache.ts'
import { tagsOfEvent } from './tags-of-event.ts'

export type HearingChanges = { stop(): Promise<void> }

export type HearChangesDeps = {
  bus: Pick<Bus, 'tail' | 'check'>
  cache: Pick<PageCache, 'purge' | 'trust' | 'distrust'>
  log: Log
  /** Milliseconds between two looks at the bus. */
  everyMs?: number
}

/** How long others wait for the bus: then they go on without, and the cache is used when it comes. */
const patienceMs = 2_000

/**
 * Purges the page cache by the events of the bus, and lets it be used only while they can be heard: when the bus does
 * not answer, events may be passing unheard, so pages are rendered anew for each request until it is back.
 */
export async function hearChanges({ bus, cache, log, everyMs = 1_000 }: HearChangesDeps): Promise<HearingChanges> {
  const ending = new AbortController()
  const isOver = () => ending.signal.aborted
  let subscription: Subscription | undefined

  const silence = async () => {
    cache.distrust()
    const old = subscription
    subscription = undefined
    await old?.stop().catch(() => undefined)
  }
  const look = async () => {
    try {
      if (subscription) return await bus.check()
      // Resolves when events are heard, however long the bus is away.
      subscription = await bus.tail({ topics: contentTopics, handle: (event) => cache.purge(tagsOfEvent(event)) })
      if (isOver()) return await silence()
      cache.trust()
      log.info('the page cache hears changes')
    } catch (error) {
      if (isOver()) return
      log.warn({ err: error }, 'the page cache is not used: changes cannot be heard')
      await silence()
    }
  }
  const goOn = async () => {
    while (!isOver()) {
      await delay(everyMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
      if (!isOver()) await look()
    }
  }
  const inTime = (work: Promise<void>) => Promise.race([work, delay(patienceMs, undefined, { ref: false })])

  const first = look()
  const all = first.then(goOn)
  await inTime(first)
  return {
    async stop() {
      ending.abort()
      await inTime(all)
      await inTime(silence())
    },
  }
}
