import { type IncomingHttpHeaders, request } from 'node:http'
import { type Site, siteHosts } from '../../sites/index.ts'

export type Sent = { method?: string; headers?: Record<string, string>; body?: unknown; site?: Site }
export type Answer = {
  status: number
  headers: IncomingHttpHeaders
  body: string
  /** Milliseconds until the answer was whole. */
  ms: number
  json<Value>(): Value
}
export type Ask = (path: string, sent?: Sent) => Promise<Answer>

/** Longer than anybody may have to wait; an answer that does not come by then has failed the test. */
const hangMs = 20_000

/** Asks a gateway as a browser does, without following redirections. @param told hears how long each request took */
export function askGateway(port: number, told: (what: string, ms: number) => void): Ask {
  return (path, { method = 'GET', headers = {}, body, site = 'portal' } = {}) => {
    const begun = performance.now()
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const outgoing = request({
      ...{ host: '127.0.0.1', port, path, method },
      headers: {
        host: `${siteHosts[site]}:${port}`,
        accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    })
    outgoing.setTimeout(hangMs, () => outgoing.destroy(new Error(`${method} ${path}: no answer within ${hangMs} ms`)))
    outgoing.once('error', reject)
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const ms = Math.round(performance.now() - begun)
        told(`${method} ${path}`, ms)
        const text = Buffer.concat(chunks).toString()
        resolve({
          ...{ status: response.statusCode ?? 0, headers: response.headers, body: text, ms },
          json<Value>() {
            return JSON.parse(text) as Value
          },
        })
      })
    })
    outgoing.end(payload)
    return promise
  }
}
