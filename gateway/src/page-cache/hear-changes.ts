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

const patienceMs = 5_000

/**
 * Purges the page cache by the events of the bus, and lets it be used only while they can be heard: when the bus does
 * not answer, events may be passing unheard, so pages are rendered anew for each request until it is back.
 * Resolves after the first attempt; goes on trying by itself.
 */
export async function hearChanges({ bus, cache, log, everyMs = 1_000 }: HearChangesDeps): Promise<HearingChanges> {
  let subscription: Subscription | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const listen = async () => {
    const tail = bus.tail({ topics: contentTopics, handle: (event) => cache.purge(tagsOfEvent(event)) })
    // One that arrives after we gave up on it is stopped, not used.
    subscription = await inTime(tail, (late) => void late.stop().catch(() => undefined))
    if (stopped) return silence()
    cache.trust()
    log.info('the page cache hears changes')
  }
  const silence = async () => {
    cache.distrust()
    const old = subscription
    subscription = undefined
    await inTime(old?.stop() ?? Promise.resolve()).catch(() => undefined)
  }
  const look = async () => {
    try {
      if (subscription) await inTime(bus.check())
      else await listen()
    } catch (error) {
      if (subscription) log.warn({ err: error }, 'the page cache is not used: changes cannot be heard')
      await silence()
    }
    if (!stopped) timer = setTimeout(lookAgain, everyMs).unref()
  }
  const lookAgain = () => {
    current = look()
  }

  let current = look()
  await current
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await current
      await silence()
    },
  }
}

/** The answer, unless it takes too long; what comes later goes to `onLate`. */
function inTime<Value>(work: Promise<Value>, onLate?: (value: Value) => void): Promise<Value> {
  const { promise, resolve, reject } = Promise.withResolvers<Value>()
  let late = false
  const timer = setTimeout(() => {
    late = true
    reject(new Error(`no answer within ${patienceMs} ms`))
  }, patienceMs)
  work.then((value) => (late ? onLate?.(value) : resolve(value)), reject).finally(() => clearTimeout(timer))
  return promise
}
