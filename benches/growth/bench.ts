import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, type Medians, type Sample } from '../support/alternate.ts'
import { paragraph } from '../support/article-text.ts'
import type { Bench } from '../support/bench.ts'
import { fetchBytes } from '../support/fetch-bytes.ts'
import { fillArticles } from '../support/fill-articles.ts'
import { inventedWords } from '../support/invented-words.ts'
import { measureServer } from '../support/measure-server.ts'
import { operatorToken } from '../support/operator-token.ts'
import { needProcessTimes } from '../support/process-cpu.ts'
import { startPlatform } from '../support/start-platform.ts'
import { warmUp } from '../support/warm-up.ts'
import { commonWord, kindsOfRequests } from './requests.ts'

/** Two hundred articles are what a site like this has after some years. */
const sizes = { x1: 200, x10: 2_000, x100: 20_000 } as const
type Size = keyof typeof sizes
const names = Object.keys(sizes) as Size[]

/** A tag is for as many articles whatever their number: there are more things to say, not more to say of each. */
const articlesOfATag = 20
const tagsFor = (count: number) => inventedWords(Math.ceil((2 * count) / articlesOfATag))

export const bench: Bench = {
  title: 'cost per request at 10 and 100 times the articles ÷ at 200 articles; the dearest kind of request counts',
  floor: 1.5,
  goal: 1.2,
  better: 'lower',
  async run({ rounds, seconds, say }) {
    needProcessTimes()
    const folder = mkdtempSync(join(tmpdir(), 'pmq-growth-'))
    try {
      const platforms: Awaited<ReturnType<typeof prepare>>[] = []
      for (const size of names) platforms.push(await prepare(size, join(folder, size), say))
      const sides = Object.fromEntries(
        platforms.map(({ size, measure }) => [size, () => measure(Math.ceil(seconds / 4))]),
      ) as Record<Size, () => Promise<Sample>>
      const { raw, medians } = await alternate({ rounds, sides, say })
      await Promise.all(platforms.map(({ stop }) => stop()))
      const ratios = { x10: ratiosTo(medians, 'x10'), x100: ratiosTo(medians, 'x100') }
      const worst = ({ [commonWord]: _apart, ...others }: Sample) => Math.max(...Object.values(others))
      const ratio = Math.max(worst(ratios.x10), worst(ratios.x100))
      return { ratio, medians, raw, notes: { ratios, articles: sizes } }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function prepare(size: Size, dataDir: string, say: (line: string) => void) {
  const count = sizes[size]
  const tags = tagsFor(count)
  const begun = performance.now()
  const paths = await fillArticles({ dataDir, count, paragraph, paragraphs: 2, tags })
  const platform = await startPlatform({ dataDir, env: { PAGE_CACHE_BYTES: '1', LOG_LEVEL: 'warn' } })
  say(`${size}: ${count} articles, ready after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const authorization = `Bearer ${await operatorToken(platform)}`
  const kinds = kindsOfRequests(paths, tags)
  for (const { paths, staff } of kinds) await fetchBytes(platform.origin + paths[0], staff ? { authorization } : {})
  for (const { paths, staff } of kinds) {
    const load = { origin: platform.origin, paths, headers: staff ? { authorization } : {}, connections: 4, seconds: 1 }
    await warmUp(load, { requests: 400, most: 4 })
  }
  return {
    size,
    stop: platform.stop,
    /** CPU per request of each kind, one after the other. */
    async measure(seconds: number): Promise<Sample> {
      const sample: Sample = {}
      for (const { name, paths, staff } of kinds) {
        const load = {
          origin: platform.origin,
          paths,
          headers: staff ? { authorization } : {},
          connections: 4,
          seconds,
        }
        sample[name] = (await measureServer({ pids: [platform.pid], ...load })).cpuMsPerRequest
      }
      return sample
    },
  }
}

const ratiosTo = (medians: Medians, size: Size): Sample =>
  Object.fromEntries(
    Object.entries(medians[size] ?? {}).map(([kind, cost]) => [kind, cost / (medians.x1?.[kind] ?? Number.NaN)]),
  )
