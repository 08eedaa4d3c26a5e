import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { openSession } from '../../support/api-session.ts'
import type { Platform } from '../../support/platform.ts'
import { createLedger } from './ledger.ts'
import { createRandom } from './random.ts'
import { dataOf, get, keepReading } from './readers.ts'
import { keepWriting, type Places } from './writers.ts'

export type Played = {
  changes: number
  answers: number
  /** Sentences; none when all is well. */
  wrong: string[]
  /** How many times somebody was shown an article; how many states of articles ended. */
  seen: number
  hidden: number
  /** Milliseconds for which the end of a state was not yet seen. */
  staleP99: number
  stalest: number
}

/** A page as it is now: an address that nobody had before is in no cache. */
async function freshPage(port: number, host: string, path: string): Promise<string> {
  const word = randomUUID()
  return plain((await get(port, host, `${path}?fraiche=${word}`, {})).body.replaceAll(`?fraiche=${word}`, ''))
}
/** Without what is different in each answer. */
const plain = (body: string) => body.replace(/<lastBuildDate>[^<]*|"requestId":"[^"]*"/g, '')

/**
 * Editors publish, edit, rename, withdraw and delete while readers read everything, at random; afterwards what readers
 * get is compared with what is true.
 * @param port where readers ask: the platform's own, or that of what stands before it
 */
export async function playCache(
  platform: Platform,
  {
    port = platform.port,
    ms,
    atLeast = 0,
    seed,
    writers = 4,
    readers = 8,
  }: { port?: number; ms: number; atLeast?: number; seed: number; writers?: number; readers?: number },
): Promise<Played> {
  const editor = await openSession(platform, 'editor')
  const ledger = createLedger()
  const wrong = new Set<string>()
  const places: Places = { paths: [], sectionPath: '/' }
  const until = performance.now() + ms
  const answers = { count: 0 }
  const isOver = () => performance.now() > until && answers.count >= atLeast
  const shared = { ledger, places, answers, isOver }
  const each = <Result>(count: number, work: (index: number) => Promise<Result>) =>
    Promise.all(Array.from({ length: count }, (_, index) => work(index)))
  const [written] = await Promise.all([
    each(writers, (index) => keepWriting({ ...shared, editor, random: createRandom(seed * 100 + index) })),
    each(readers, (index) =>
      keepReading({ ...shared, port, cookie: editor.cookie(), wrong, random: createRandom(seed * 1_000 + index) }),
    ),
  ])

  await delay(1_500) // what was promised for everything that was said
  for (const host of ['localhost', 'patrimoine.localhost'])
    for (const path of new Set([
      ...places.paths,
      places.sectionPath,
      '/',
      '/plan-du-site',
      '/sitemap.xml',
      '/flux.xml',
    ])) {
      const askedAt = performance.now()
      const kept = await get(port, host, path, {})
      ledger.read(kept.body, askedAt, path)
      if (plain(kept.body) !== (await freshPage(port, host, path)))
        wrong.add(`${host}${path} is not what it is when rendered anew`)
    }
  for (const path of dataOf(places)) {
    const askedAt = performance.now()
    const kept = await get(port, 'localhost', path, {})
    ledger.read(kept.body, askedAt, path)
    // Whoever is signed in is never answered out of memory.
    const own = await get(port, 'localhost', path, { cookie: editor.cookie() })
    if (plain(kept.body) !== plain(own.body)) wrong.add(`${path} is not what it is when asked anew`)
  }
  const { early, ...report } = ledger.report()
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  return { changes: sum(written), answers: answers.count, wrong: [...wrong, ...early], ...report }
}
