import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate } from '../support/alternate.ts'
import { articleBytes } from '../support/article-bytes.ts'
import { paragraph, paragraphs } from '../support/article-text.ts'
import type { Bench } from '../support/bench.ts'
import { fillArticles } from '../support/fill-articles.ts'
import { inventedWords } from '../support/invented-words.ts'
import { measureServer } from '../support/measure-server.ts'
import { needProcessTimes } from '../support/process-cpu.ts'
import { createProfiler } from '../support/profile.ts'
import { startPlatform } from '../support/start-platform.ts'
import { warmUp } from '../support/warm-up.ts'
import { startStrapi } from './strapi.ts'

const articles = 1_000

/**
 * A public article as JSON. Strapi answers with the item; ours, through the gateway, with all that its page shows: the
 * article, its place in the site and similar articles.
 */
export const bench: Bench = {
  title: 'Strapi public item ÷ ours, CPU per request, same text, databases included',
  floor: 5,
  goal: 15,
  async run({ rounds, seconds, profile, say }) {
    needProcessTimes()
    const strapi = await startStrapi(articles)
    const dataDir = mkdtempSync(join(tmpdir(), 'pmq-api-'))
    try {
      const profiler = createProfiler(profile)
      const pages = await fillArticles({ dataDir, count: articles, paragraph, paragraphs, tags: inventedWords(100) })
      const paths = pages.map((path) => `/api/content/sites/portal/page?path=${path}`)
      const ours = await startPlatform({ dataDir, env: profiler.env, nodeArgs: profiler.nodeArgs })
      const bytes = {
        strapi: await articleBytes(strapi.origin + strapi.paths[0]),
        ours: await articleBytes(ours.origin + paths[0]),
      }
      const load = { connections: 8, seconds }
      const sides = {
        strapi: () => measureServer({ ...load, pids: [strapi.pid], origin: strapi.origin, paths: strapi.paths }),
        ours: () => measureServer({ ...load, pids: [ours.pid], origin: ours.origin, paths }),
      }
      for (const { origin, asked } of [
        { origin: strapi.origin, asked: strapi.paths },
        { origin: ours.origin, asked: paths },
      ])
        await warmUp({ ...load, origin, paths: asked })
      const { raw, medians } = await alternate({ rounds, sides, say })
      for (const line of await profiler.during(ours.pid, sides.ours)) say(line)
      await ours.stop()
      const ratio = (medians.strapi.cpuMsPerRequest ?? 0) / (medians.ours.cpuMsPerRequest ?? Number.NaN)
      return { ratio, medians, raw, notes: { articles, bytes, strapi: strapi.version, database: 'SQLite' } }
    } finally {
      await strapi.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}
