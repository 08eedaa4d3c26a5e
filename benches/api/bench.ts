import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate, type Medians } from '../support/alternate.ts'
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

/** More than a server answers while it is measured once. */
const firstAskedAtOnce = 10

/**
 * A public article as JSON. Strapi answers with the item; ours, through the gateway, with all that its page shows: the
 * article, its place in the site and similar articles. Addresses that somebody has asked for are one side of ours, those
 * that nobody has asked for the other: these are in the notes.
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
      // An article has one page, and answers to any number of it: addresses of their own, which nothing is kept for.
      let asked = 1
      const firstAsked = () =>
        Array.from({ length: firstAskedAtOnce }, () => {
          asked += 1
          return paths.map((path) => `${path}&page=${asked}`)
        }).flat()
      const bytes = {
        strapi: await articleBytes(strapi.origin + strapi.paths[0]),
        ours: await articleBytes(ours.origin + paths[0]),
      }
      const load = { connections: 8, seconds }
      const sides = {
        strapi: () => measureServer({ ...load, pids: [strapi.pid], origin: strapi.origin, paths: strapi.paths }),
        ours: () => measureServer({ ...load, pids: [ours.pid], origin: ours.origin, paths }),
      }
      // Apart, since they drive out of the memory what others ask for again.
      const sidesFirstAsked = {
        strapi: sides.strapi,
        ours: () => measureServer({ ...load, pids: [ours.pid], origin: ours.origin, paths: firstAsked() }),
      }
      await warmUp({ ...load, origin: strapi.origin, paths: strapi.paths })
      await warmUp({ ...load, origin: ours.origin, paths })
      const { raw, medians } = await alternate({ rounds, sides, say })
      say('addresses that nobody has asked for')
      const firstAskedOf = await alternate({ rounds, sides: sidesFirstAsked, say })
      for (const line of await profiler.during(ours.pid, sidesFirstAsked.ours)) say(line)
      await ours.stop()
      const ratioOf = ({ strapi, ours }: Medians) =>
        (strapi?.cpuMsPerRequest ?? 0) / (ours?.cpuMsPerRequest ?? Number.NaN)
      const notes = {
        firstAsked: { ratio: ratioOf(firstAskedOf.medians), ...firstAskedOf },
        ...{ articles, bytes, strapi: strapi.version, database: 'SQLite' },
      }
      return { ratio: ratioOf(medians), medians, raw, notes }
    } finally {
      await strapi.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}
