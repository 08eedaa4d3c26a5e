import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { alternate } from '../support/alternate.ts'
import { paragraph, paragraphs } from '../support/article-text.ts'
import type { Bench } from '../support/bench.ts'
import { assertSameBytes, fetchBytes } from '../support/fetch-bytes.ts'
import { fillArticles } from '../support/fill-articles.ts'
import { measureServer } from '../support/measure-server.ts'
import { needProcessTimes } from '../support/process-cpu.ts'
import { createProfiler } from '../support/profile.ts'
import { startNginx } from '../support/start-nginx.ts'
import { startPlatform } from '../support/start-platform.ts'
import { startProgram } from '../support/start-process.ts'
import { warmUp } from '../support/warm-up.ts'

/**
 * One article page: out of the page cache of the whole platform, and as a file of nginx with the same bytes and the same
 * headers; and by node:http alone, which is the most that a server written for Node can reach. Neither compresses: what is asked for is the page as it is. Each is one process on one core.
 */
export const bench: Bench = {
  title: 'nginx static ÷ cached page through the gateway, CPU per request, same bytes, same headers',
  floor: 0.8,
  goal: 0.95,
  async run({ rounds, seconds, profile, say }) {
    needProcessTimes()
    const folder = mkdtempSync(join(tmpdir(), 'pmq-pages-'))
    try {
      const profiler = createProfiler(profile)
      const dataDir = join(folder, 'data')
      const [path = ''] = await fillArticles({
        dataDir,
        count: 20,
        paragraph,
        paragraphs,
        tags: ['énergie', 'mobilité'],
      })
      const ours = await startPlatform({ dataDir, env: profiler.env, nodeArgs: profiler.nodeArgs })
      const page = await fetchBytes(ours.origin + path)
      const { headers } = await fetch(ours.origin + path, { headers: { 'accept-encoding': 'identity' } })

      const files = join(folder, 'files')
      mkdirSync(files)
      writeFileSync(join(files, 'page.html'), page)
      const nginx = await startNginx(join(folder, 'nginx'), () => serverOf(files, headers))
      const own = [...headers].filter(
        ([name]) => !['connection', 'content-length', 'date', 'keep-alive'].includes(name),
      )
      const bare = await startProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url), {
        args: [JSON.stringify({ file: join(files, 'page.html'), headers: own })],
      })
      const bytes = await assertSameBytes(ours.origin + path, nginx.origin + path)

      const load = { paths: [path], connections: 64, seconds }
      const sides = {
        nginx: () => measureServer({ ...load, pids: [nginx.pid], origin: nginx.origin }),
        ours: () => measureServer({ ...load, pids: [ours.pid], origin: ours.origin }),
        bareNode: () => measureServer({ ...load, pids: [bare.pid], origin: bare.word.url }),
      }
      await warmUp({ ...load, origin: bare.word.url }, { requests: 40_000 })
      await warmUp({ ...load, origin: ours.origin }, { requests: 40_000 })
      const { raw, medians } = await alternate({ rounds, sides, say })
      for (const line of await profiler.during(ours.pid, sides.ours)) say(line)
      await Promise.all([ours.stop(), nginx.stop(), bare.stop()])
      const ratio = (medians.nginx.cpuMsPerRequest ?? 0) / (medians.ours.cpuMsPerRequest ?? Number.NaN)
      const perSecond = (medians.ours.requestsPerSecond ?? 0) / (medians.nginx.requestsPerSecond ?? Number.NaN)
      const toBareNode = (medians.bareNode.cpuMsPerRequest ?? 0) / (medians.ours.cpuMsPerRequest ?? Number.NaN)
      const notes = {
        requestsPerSecondRatio: perSecond,
        bareNodeDividedByOurs: toBareNode,
        bytes,
        nginx: nginx.version,
        nginxConfig: nginx.config,
      }
      return { ratio, medians, raw, notes }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Headers that nginx writes by itself. */
const ownOfNginx = new Set(['connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive'])

function serverOf(files: string, headers: Headers): string {
  const added = [...headers]
    .filter(([name]) => !ownOfNginx.has(name))
    .map(([name, value]) => `    add_header ${name} ${JSON.stringify(value.replaceAll('$', ''))};`)
    .join('\n')
  return `    root ${files};
    gzip off;
    default_type text/html;
    charset utf-8;
${added}
    location / { try_files /page.html =404; }`
}
