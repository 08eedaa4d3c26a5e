import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export type Answer = { status: number; headers: IncomingMessage['headers']; raw: Buffer; body: string; json(): never }

export type Options = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  /** By default the host of the client. */
  host?: string
}

/** A browser's jar and nothing else: no redirections, no caches, any header. */
export type TestClient = {
  cookies: Map<string, string>
  send(path: string, options?: Options): Promise<Answer>
  /** Follows redirections, to other servers too, and gives the last answer with its address. */
  follow(path: string, options?: Options): Promise<Answer & { url: string }>
}

export function createTestClient(port: number, defaultHost = `localhost:${port}`): TestClient {
  const cookies = new Map<string, string>()

  const send: TestClient['send'] = async (path, { method = 'GET', headers = {}, body, host = defaultHost } = {}) => {
    const jar = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = request({ port, host: '127.0.0.1', method, path, agent: false })
    for (const [name, value] of Object.entries({ host, ...(jar ? { cookie: jar } : {}), ...headers }))
      sent.setHeader(name, value)
    sent.end(body)
    const [res] = (await once(sent, 'response')) as [IncomingMessage]
    for (const line of res.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answerOf(res)
  }

  return {
    cookies,
    send,
    async follow(path, options = {}) {
      let url = new URL(path, `http://${defaultHost}`)
      let answer = await send(path, options)
      for (let steps = 0; answer.headers.location !== undefined; steps += 1) {
        if (steps > 10) throw new Error(`Sent round in circles, lastly to ${url}`)
        url = new URL(answer.headers.location, url)
        if (url.port === String(port)) answer = await send(url.pathname + url.search)
        else {
          const elsewhere = request(url, { agent: false })
          elsewhere.end()
          const [res] = (await once(elsewhere, 'response')) as [IncomingMessage]
          answer = await answerOf(res)
        }
      }
      return { ...answer, url: url.href }
    },
  }
}

async function answerOf(res: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of res) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const encoding = raw.length === 0 ? undefined : res.headers['content-encoding']
  const plain = encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw
  const body = plain.toString()
  return { status: res.statusCode ?? 0, headers: res.headers, raw, body, json: () => JSON.parse(body) as never }
}
