import type { IncomingHttpHeaders } from 'node:http'

/** They concern one connection, not the message (RFC 9110, 7.6.1). `expect` is answered by Node before we see it. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
  // The way to the browser is compressed here, once, so those behind need not.
  'accept-encoding',
])

/** The headers of a message that go on to the next connection. */
export function endToEnd(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {}
  const named = headers.connection?.toLowerCase().split(',') ?? []
  const alsoHere = named.length > 1 || hasUnusual(named[0]) ? new Set(named.map((name) => name.trim())) : undefined
  for (const name in headers) {
    const value = headers[name]
    if (value !== undefined && !hopByHop.has(name) && !alsoHere?.has(name)) kept[name] = value
  }
  return kept
}

const hasUnusual = (option: string | undefined) => option !== undefined && option !== 'keep-alive' && option !== 'close'
