import { gzipSync } from 'node:zlib'
import { openConnection, type Target } from './connection.ts'
import { type Asked, request } from './request.ts'

type Hostile = Asked & { name: string; path?: string; expected: readonly number[] }

const mebibyte = 1_048_576
const post = (token: string, body: string | Uint8Array, headers: Record<string, string> = {}): Asked => ({
  method: 'POST',
  body,
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
})

/** Requests that cost their sender little and a careless server much, and what they get. */
function hostileRequests(token: string): Hostile[] {
  const keys = (name: (index: number) => string, count: number) =>
    `{${Array.from({ length: count }, (_, index) => `"${name(index)}":1`).join(',')}}`
  return [
    { name: 'a body over the limit', ...post(token, 'x'.repeat(2 * mebibyte)), expected: [413] },
    {
      name: 'a body over the limit, in chunks',
      ...post(token, 'x'.repeat(2 * mebibyte), { 'transfer-encoding': 'chunked' }),
      expected: [413],
    },
    {
      name: 'a gzip bomb',
      ...post(token, gzipSync(Buffer.alloc(256 * mebibyte)), { 'content-encoding': 'gzip' }),
      expected: [415],
    },
    { name: 'JSON a million deep', ...post(token, '['.repeat(1_000_000)), expected: [400] },
    {
      name: 'JSON 100 000 deep, and closed',
      ...post(token, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      expected: [400],
    },
    { name: 'objects 50 000 deep', ...post(token, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`), expected: [400] },
    { name: '100 000 keys like indexes', ...post(token, keys(String, 100_000)), expected: [422] },
    {
      name: '60 000 long keys',
      ...post(
        token,
        keys((index) => `k${String(index).padStart(10, '0')}`, 60_000),
      ),
      expected: [422],
    },
    {
      name: '100 000 times the same key',
      ...post(
        token,
        keys(() => 'title', 80_000),
      ),
      expected: [422],
    },
    {
      name: 'keys of the language',
      ...post(token, '{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'),
      expected: [422],
    },
    { name: 'a number of 900 000 digits', ...post(token, `{"position":${'9'.repeat(900_000)}}`), expected: [422] },
    { name: 'a title of a million spaces', ...post(token, `{"title":"${' '.repeat(1_000_000)}"}`), expected: [422] },
    {
      name: 'a title of a million letters and a NUL',
      ...post(token, `{"title":"${'a'.repeat(1_000_000)}\\u0000"}`),
      expected: [422],
    },
    {
      name: '2 000 parameters',
      path: `/api/search?${Array.from({ length: 1_900 }, (_, index) => `${index.toString(36)}=`).join('&')}`,
      expected: [422],
    },
    { name: '1 500 times the same parameter', path: `/api/search?${'tag=&'.repeat(1_500)}`, expected: [422] },
    { name: 'a search of many words', path: `/api/search?q=${'l%27a+'.repeat(33)}`, expected: [200, 422] },
    { name: 'a header of 20 kB', path: '/', headers: { 'x-a': 'a'.repeat(20_000) }, expected: [431] },
    {
      name: '300 headers',
      path: '/',
      headers: Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x-${index}`, 'a'])),
      expected: [431],
    },
    { name: '4 000 cookies', path: '/', headers: { cookie: 'a=b;'.repeat(3_500) }, expected: [200] },
    { name: 'many ranges', path: '/', headers: { range: `bytes=${'0-,'.repeat(3_000)}0-` }, expected: [200, 416] },
    { name: 'many encodings', path: '/', headers: { 'accept-encoding': 'x,'.repeat(5_000) }, expected: [200] },
  ]
}

/** Longer than any of them may take when each is refused for what it is, on a machine that does other things too. */
const longestMs = 3_000

/** @returns what was not answered as it should be, in a sentence each */
export async function playHostileRequests(target: Target, token: string): Promise<string[]> {
  const wrong: string[] = []
  for (const { name, path = '/api/content/articles', expected, ...asked } of hostileRequests(token)) {
    const { status, ms } = await request(target, path, { ...asked, from: '127.0.4.1' })
    if (!expected.includes(status)) wrong.push(`${name}: ${status}, not ${expected.join(' or ')}`)
    if (ms > longestMs) wrong.push(`${name}: ${Math.round(ms)} ms`)
  }
  return wrong
}

/** Many requests on one connection before the first answer. @returns how many answers came */
export async function pipeline(target: Target, requests: number, patienceMs: number): Promise<number> {
  const connection = openConnection(target, '127.0.4.2')
  const one = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n'
  connection.socket.write(`${one}\r\n`.repeat(requests - 1))
  connection.socket.write(`${one}Connection: close\r\n\r\n`)
  await connection.ended(patienceMs)
  connection.socket.destroy()
  return connection.received().split('HTTP/1.1 ').length - 1
}
