import { setTimeout as delay } from 'node:timers/promises'
import type { ApiSession } from '../support/api-session.ts'
import { anArticle } from '../support/articles.ts'
import { send } from '../support/http.ts'
import type { Platform } from '../support/platform.ts'

type Acknowledged = { id: string; slug: string; version: number; published: boolean }

export type Load = {
  /** What was promised to have been stored, each with the version that was answered. */
  acknowledged: Acknowledged[]
  /** Requests that were answered as they should. */
  readonly good: { reads: number; writes: number }
  /** Answers that should not be, and connections that died before an answer. */
  failures: { kind: 'read' | 'write'; what: string; died: boolean; at: number }[]
  stop(): Promise<void>
}

const paths = ['/', '/habiter/renover', '/recherche?q=patrimoine', '/communes', '/api/search?q=quercy', '/sitemap.xml']
const pauseMs = 25
let count = 0

/** Readers, most of whose pages no cache has, and writers who draft an article and publish it, until they are told to stop. */
export function startLoad(platform: Platform, writers: readonly ApiSession[], readers = 3): Load {
  const load: Omit<Load, 'stop'> = { acknowledged: [], good: { reads: 0, writes: 0 }, failures: [] }
  count += 1
  const run = String(count)
  let stopped = false

  const attempt = async (kind: 'read' | 'write', wanted: number, request: () => ReturnType<typeof send>) => {
    try {
      const answer = await request()
      if (answer.status === wanted) {
        load.good[kind === 'read' ? 'reads' : 'writes'] += 1
        return answer
      }
      const what = `${answer.status} instead of ${wanted}: ${answer.body.slice(0, 300)}`
      load.failures.push({ kind, what, died: false, at: Date.now() })
    } catch (error) {
      load.failures.push({ kind, what: String(error), died: true, at: Date.now() })
    }
    return undefined
  }
  const untilStopped = async (once: (turn: number) => Promise<unknown>) => {
    for (let turn = 0; !stopped; turn += 1) {
      await once(turn)
      await delay(pauseMs)
    }
  }
  const write = (writer: ApiSession, who: number) => async (turn: number) => {
    const slug = `charge-${run}-${who}-${turn}`
    const input = anArticle({ slug, title: `Charge ${run} ${who} ${turn}` })
    const drafted = await attempt('write', 201, () => writer.write('POST', '/api/content/articles', input))
    if (!drafted) return
    const { id, version } = drafted.json<{ id: string; version: number }>()
    const one: Acknowledged = { id, slug, version, published: false }
    load.acknowledged.push(one)
    const publication = `/api/content/articles/${id}/publication`
    const published = await attempt('write', 200, () => writer.write('POST', publication, {}, version))
    if (published) Object.assign(one, { published: true, version: published.json<{ version: number }>().version })
  }
  const read = (who: number) => (turn: number) => {
    const path = paths[(turn + who) % paths.length] ?? '/'
    const asked = `${path}${path.includes('?') ? '&' : '?'}page=1&lecteur=${run}-${who}-${turn}`
    return attempt('read', 200, () => send(platform, path.startsWith('/api') || path.endsWith('.xml') ? path : asked))
  }
  const work = [
    ...writers.map((writer, who) => untilStopped(write(writer, who))),
    ...Array.from({ length: readers }, (_, who) => untilStopped(read(who))),
  ]
  return {
    ...load,
    async stop() {
      stopped = true
      await Promise.all(work)
    },
  }
}
