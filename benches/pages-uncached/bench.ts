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
import { startWordPress } from './wordpress.ts'

const articles = 1_000

/** Both render each page anew, out of their database; each is all its processes: web server, interpreter, database, engines. */
export const bench: Bench = {
  title: 'WordPress article ÷ our article page, CPU per request, same text, no page cache, databases included',
  floor: 10,
  goal: 30,
  async run({ rounds, seconds, profile, say }) {
    needProcessTimes()
    const folder = mkdtempSync(join(tmpdir(), 'pmq-pages-'))
    const dataDir = join(folder, 'data')
    const profiler = createProfiler(profile)
    const wordpress = await startWordPress(articles)
    try {
      const paths = await fillArticles({ dataDir, count: articles, paragraph, paragraphs, tags: inventedWords(100) })
      const ours = await startPlatform({
        dataDir,
        env: { PAGE_CACHE_BYTES: '1', ...profiler.env }, // smaller than any page: nothing is kept
        nodeArgs: profiler.nodeArgs,
      })
      const bytes = {
        wordpress: await articleBytes(wordpress.origin + wordpress.paths[0]),
        ours: await articleBytes(ours.origin + paths[0]),
      }
      const load = { connections: 4, seconds }
      const sides = {
        wordpress: () => measureServer({ ...load, ...wordpress }),
        ours: () => measureServer({ ...load, pids: [ours.pid], origin: ours.origin, paths }),
      }
      // Ours runs for weeks, and its code goes on being compiled for its first ten thousand pages.
      await warmUp({ ...load, origin: ours.origin, paths }, { requests: 10_000, most: 60 })
      const { raw, medians } = await alternate({ rounds, sides, say })
      for (const line of await profiler.during(ours.pid, sides.ours)) say(line)
      await ours.stop()
      const ratio = (medians.wordpress.cpuMsPerRequest ?? 0) / (medians.ours.cpuMsPerRequest ?? Number.NaN)
      return { ratio, medians, raw, notes: { articles, bytes, versions: wordpress.versions } }
    } finally {
      await wordpress.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
