import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { SearchEngine } from '@pmq/platform/search'
import { Pool, request } from 'undici'
import type { RecordedQueries } from './record-queries.ts'

/** Hears, by a server in between, what our adapter sends for each query. @returns the same requests, sent without it */
export async function recordRequests(
  url: string,
  connect: (url: string) => SearchEngine,
  { definition, queries }: RecordedQueries,
): Promise<(() => Promise<unknown>)[]> {
  const heard: { path: string; headers: Record<string, string>; body: string }[] = []
  const between = createServer(async (incoming, outgoing) => {
    const body = await text(incoming)
    const path = incoming.url ?? '/'
    const headers = { 'content-type': String(incoming.headers['content-type'] ?? 'application/json') }
    if (path.includes('_search')) heard.push({ path, headers, body })
    const method = incoming.method as 'GET'
    const answer = await request(url + path, { method, headers, ...(body ? { body } : {}) })
    const kept = { 'content-type': String(answer.headers['content-type'] ?? 'application/json') }
    outgoing.writeHead(answer.statusCode, kept).end(Buffer.from(await answer.body.arrayBuffer()))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => between.once('listening', resolve))
  const engine = connect(`http://127.0.0.1:${(between.address() as AddressInfo).port}`)
  const index = await engine.index(definition())
  const replays: (() => Promise<unknown>)[] = []
  const pool = new Pool(url, { connections: 1 })
  for (const query of queries()) {
    heard.length = 0
    await index.search(query)
    const sent = [...heard] // a mistaken word is asked for once more, corrected
    replays.push(async () => {
      for (const { path, headers, body } of sent) {
        const answer = await pool.request({ path, method: 'POST', headers, body })
        if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}`)
        JSON.parse(await answer.body.text())
      }
    })
  }
  await engine.close()
  between.close()
  between.closeAllConnections()
  return replays
}
