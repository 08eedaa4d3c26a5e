import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { type Platform, type Site, siteHosts } from './platform.ts'

export type Sent = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array | undefined
  /** The site whose host is asked; the portal by default. */
  site?: Site
  /** Another host, or another port of this machine (the identity provider). */
  host?: string
  port?: number
}

export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; json<Value>(): Value }

/** One HTTP request, as it is written: no redirection is followed, no cookie kept, nothing normalised. */
export function send(platform: Platform, path: string, sent: Sent = {}): Promise<Answer> {
  const { method = 'GET', headers = {}, body, site = 'portal', port = platform.port } = sent
  const host = sent.host ?? `${siteHosts[site]}:${port}`
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } })
    outgoing.once('error', reject)
    outgoing.once('response', (response) => {
      answerOf(response).then(resolve, reject)
    })
    outgoing.end(body)
  })
}

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body,
    json<Value>() {
      try {
        return JSON.parse(body) as Value
      } catch (error) {
        throw new Error(`${response.statusCode}, not JSON: ${body.slice(0, 300)}`, { cause: error })
      }
    },
  }
}
