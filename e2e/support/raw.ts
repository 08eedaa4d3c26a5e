import { connect } from 'node:net'
import type { Platform } from './platform.ts'

export type RawAnswer = { status: number; headers: Record<string, string>; body: string }

/** Sends bytes as they are, and reads what comes until the other side closes. Status 0: closed without a word. */
export function sendRaw(platform: Platform, bytes: string | Uint8Array, patienceMs = 5_000): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(platform.port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.setTimeout(patienceMs, () => {
      socket.destroy()
      reject(new Error(`Neither answered nor closed within ${patienceMs} ms`))
    })
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // The other side may refuse before it has read everything.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!/EPIPE|ECONNRESET/.test(error.code ?? '')) reject(error)
    })
    socket.once('close', () => resolve(parse(Buffer.concat(chunks).toString('latin1'))))
    socket.write(bytes)
  })
}

function parse(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [statusLine = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  const body = Buffer.from(rest.join('\r\n\r\n'), 'latin1').toString()
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0), headers, body }
}
