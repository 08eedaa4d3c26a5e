import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { Target } from './connection.ts'

export type Reply = { status: number; headers: IncomingHttpHeaders; body: string; ms: number }

export type Asked = { method?: string; headers?: Record<string, string>; body?: Uint8Array | string; from?: string }

/** One request on a connection of its own, from one of this machine's many addresses. Status 0: cut off without a word. */
export function request({ port }: Target, path: string, asked: Asked = {}): Promise<Reply> {
  const { method = 'GET', headers = {}, body, from = '127.0.0.1' } = asked
  const begun = performance.now()
  return new Promise((resolve) => {
    const passed = () => performance.now() - begun
    const outgoing = httpRequest({
      ...{ host: '127.0.0.1', port, path, method, localAddress: from, agent: false },
      headers: { host: 'localhost', ...headers },
    })
    let answered = false
    outgoing.once('error', () => {
      if (!answered) resolve({ status: 0, headers: {}, body: '', ms: passed() })
    })
    outgoing.once('response', (response) => {
      answered = true
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.once('error', () => undefined)
      response.once('close', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, ms: passed() }),
      )
    })
    outgoing.end(body)
  })
}
