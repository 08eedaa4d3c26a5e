export type RawRequest = {
  name: string
  bytes: string | Uint8Array
  /** 0 where Node closes without a word. */
  status: number
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`
const get = (...headers: string[]) => lines('GET / HTTP/1.1', ...headers, 'Connection: close')
const post = (headers: string[], body: string) =>
  `${lines('POST /api/content/articles HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ...headers)}${body}`
const host = 'Host: localhost'

/** Requests that no HTTP library would write. */
export const rawRequests: RawRequest[] = [
  { name: 'without a host', bytes: get(), status: 400 },
  { name: 'with two hosts', bytes: get(host, 'Host: evil.example'), status: 400 },
  { name: 'with the same host twice', bytes: get(host, host), status: 400 },
  { name: 'with two hosts in one', bytes: get('Host: localhost, evil.example'), status: 421 },
  { name: 'with an empty host', bytes: get('Host:'), status: 421 },
  { name: 'with a user in the host', bytes: get('Host: localhost@evil.example'), status: 421 },
  { name: 'with a path in the host', bytes: get('Host: localhost/evil'), status: 421 },
  { name: 'with an impossible port', bytes: get('Host: localhost:999999'), status: 421 },
  {
    name: 'for a whole address',
    bytes: lines('GET http://evil.example/ HTTP/1.1', host, 'Connection: close'),
    status: 400,
  },
  { name: 'with a space before a colon', bytes: get(host, 'X-A : b'), status: 400 },
  { name: 'with a folded header', bytes: get(host, 'X-A: b', ' c'), status: 400 },
  { name: 'with NUL in a header', bytes: get(host, 'X-A: b\u0000c'), status: 400 },
  { name: 'with NUL in the address', bytes: lines('GET /\u0000 HTTP/1.1', host), status: 400 },
  { name: 'with a space in the address', bytes: lines('GET /a b HTTP/1.1', host), status: 400 },
  {
    name: 'with bytes beyond ASCII in the address',
    bytes: Buffer.from(lines('GET /é HTTP/1.1', host, 'Connection: close'), 'latin1'),
    status: 400,
  },
  {
    name: 'with length and chunks',
    bytes: post(['Content-Length: 4', 'Transfer-Encoding: chunked'], '0\r\n\r\nGET /admin HTTP/1.1\r\n\r\n'),
    status: 400,
  },
  { name: 'with two lengths', bytes: post(['Content-Length: 2', 'Content-Length: 4'], '{}{}'), status: 400 },
  { name: 'with a negative length', bytes: post(['Content-Length: -1'], '{}'), status: 400 },
  { name: 'with a length in words', bytes: post(['Content-Length: two'], '{}'), status: 400 },
  {
    name: 'with a chunk size that is none',
    bytes: post(['Transfer-Encoding: chunked', 'Connection: close'], 'zz\r\n{}\r\n0\r\n\r\n'),
    status: 400,
  },
  { name: 'with an encoding that is none', bytes: post(['Transfer-Encoding: xchunked'], '{}'), status: 400 },
  { name: 'with an expectation that nobody meets', bytes: get(host, 'Expect: miracles'), status: 417 },
  { name: 'with an address of 20 kB', bytes: lines(`GET /${'a'.repeat(20_000)} HTTP/1.1`, host), status: 431 },
  {
    name: 'with an address of 10 kB',
    bytes: lines(`GET /${'a'.repeat(10_000)} HTTP/1.1`, host, 'Connection: close'),
    status: 400,
  },
  {
    name: 'with a query of 10 kB',
    bytes: lines(`GET /?${'a'.repeat(10_000)} HTTP/1.1`, host, 'Connection: close'),
    status: 400,
  },
  { name: 'with a header of 20 kB', bytes: get(host, `X-A: ${'b'.repeat(20_000)}`), status: 431 },
  { name: 'with a cookie of 20 kB', bytes: get(host, `Cookie: pmq-session=${'b'.repeat(20_000)}`), status: 431 },
  {
    name: 'with a thousand headers',
    bytes: get(host, ...Array.from({ length: 1_000 }, (_, index) => `X-${index}: b`)),
    status: 431,
  },
  { name: 'with an unknown method', bytes: lines('BREW / HTTP/1.1', host), status: 400 },
  { name: 'with TRACE', bytes: lines('TRACE / HTTP/1.1', host, 'Connection: close'), status: 405 },
  { name: 'with PROPFIND', bytes: lines('PROPFIND / HTTP/1.1', host, 'Connection: close'), status: 405 },
  { name: 'with CONNECT', bytes: lines('CONNECT evil.example:443 HTTP/1.1', host), status: 0 },
  { name: 'for an address without a slash', bytes: lines('GET evil HTTP/1.1', host), status: 400 },
  { name: 'of HTTP/0.9', bytes: 'GET /\r\n\r\n', status: 400 },
  { name: 'of HTTP/9.9', bytes: lines('GET / HTTP/9.9', host), status: 400 },
  { name: 'of HTTP/2, spoken at once', bytes: lines('PRI * HTTP/2.0', '', 'SM'), status: 400 },
  { name: 'of TLS', bytes: Uint8Array.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]), status: 400 },
  { name: 'of SMTP', bytes: 'EHLO evil.example\r\n', status: 400 },
  { name: 'of noise', bytes: Uint8Array.from({ length: 300 }, (_, index) => (index * 151 + 7) % 256), status: 400 },
]
