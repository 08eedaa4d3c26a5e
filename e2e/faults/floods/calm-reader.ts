import { setTimeout as delay } from 'node:timers/promises'
import type { Target } from './connection.ts'
import { request } from './request.ts'

export type Reading = { requests: number; failed: string[]; p50: number; p99: number }

const pages = ['/', '/plan-du-site', '/api/content/sites/portal', '/actualites', '/api/search/suggestions?q=ener']

/** People who read at an ordinary pace, each at an address of his own. */
export function beginReading(target: Target, { everyMs = 40 } = {}): () => Promise<Reading> {
  const times: number[] = []
  const failed: string[] = []
  const under = new Set<Promise<void>>()
  let over = false
  const read = async (index: number) => {
    const path = pages[index % pages.length] ?? '/'
    const { status, ms } = await request(target, path, { from: `127.0.1.${1 + (index % 50)}` })
    times.push(ms)
    if (status !== 200) failed.push(`${path} ${status}`)
  }
  const going = (async () => {
    for (let index = 0; !over; index += 1) {
      const one = read(index).finally(() => under.delete(one))
      under.add(one)
      await delay(everyMs)
    }
    await Promise.all(under)
  })()
  return async () => {
    over = true
    await going
    const sorted = times.toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
    return { requests: times.length, failed, p50: at(0.5), p99: at(0.99) }
  }
}
