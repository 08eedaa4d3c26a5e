import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { get } from './readers.ts'

type Answer = { status: number; headers: Record<string, string | string[]>; body: string }
type Habits = {
  keyOf(host: string, url: string): string
  keptMs: number
  /** Done to an answer before it is kept. */
  change?(answer: Answer, headers: Record<string, string | string[] | undefined>): Answer
}

const byHost = (host: string, url: string) => `${host} ${url}`

/** Caches that people write. Each has one habit that must be found out. */
export const carelessHabits: Record<
  'without purge' | 'without the host' | 'with cookies' | 'with made-up names',
  Habits
> = {
  'without purge': { keyOf: byHost, keptMs: Number.POSITIVE_INFINITY },
  'without the host': { keyOf: (_host, url) => url, keptMs: 2_000 },
  'with cookies': {
    keyOf: byHost,
    keptMs: 300,
    change: (answer) => ({ ...answer, headers: { ...answer.headers, 'set-cookie': `visite=${randomUUID()}` } }),
  },
  'with made-up names': {
    keyOf: byHost,
    keptMs: 300,
    change: (answer, headers) => ({
      ...answer,
      body: answer.body.replaceAll('localhost', String(headers['x-forwarded-host'] ?? 'localhost')),
    }),
  },
}

/** A cache in front of the platform, with its habits. */
export async function startCarelessCache(
  platformPort: number,
  habits: Habits,
): Promise<{ port: number; close(): void }> {
  const kept = new Map<string, { answer: Answer; until: number }>()
  const server = createServer(async (req, res) => {
    const host = (req.headers.host ?? '').split(':', 1)[0] ?? ''
    const key = habits.keyOf(host, req.url ?? '')
    const known = kept.get(key)
    let answer = known && known.until > Date.now() ? known.answer : undefined
    if (!answer) {
      const { status, body, head } = await get(platformPort, host, req.url ?? '/', {})
      const type = (JSON.parse(head) as Record<string, string>)['content-type'] ?? 'text/html'
      answer = { status, headers: { 'content-type': type }, body }
      answer = habits.change?.(answer, req.headers) ?? answer
      if (status === 200) kept.set(key, { answer, until: Date.now() + habits.keptMs })
    }
    res.writeHead(answer.status, answer.headers).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
