import assert from 'node:assert/strict'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import test from 'node:test'
import { parseCookie, parseSetCookie } from 'cookie'
import { createCookieJar } from './cookie-jar.ts'

const exchange = (cookie?: string) => {
  const req = new IncomingMessage(new Socket())
  if (cookie !== undefined) req.headers.cookie = cookie
  const res = new ServerResponse(req)
  const written = () => [res.getHeader('set-cookie') ?? []].flat().map((line) => parseSetCookie(String(line)))
  /** What a browser that had `cookie` sends next time. */
  const next = () => {
    const kept = parseCookie(cookie ?? '')
    for (const { name, value, maxAge } of written()) {
      if (maxAge === 0) delete kept[name]
      else kept[name] = value
    }
    return Object.entries(kept)
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
  }
  return { req, res, written, next }
}

test('no script reads a cookie, no form of another site sends it', () => {
  const { res, written } = exchange()
  createCookieJar(false).write(res, 'a', 'value')
  assert.deepEqual(written(), [{ name: 'a', value: '1~value', path: '/', httpOnly: true, sameSite: 'lax' }])
})

test('over https cookies are secure, and cannot be planted by a sub-domain', () => {
  const { res, written } = exchange()
  const jar = createCookieJar(true)
  jar.write(res, 'a', 'value')
  jar.write(res, 'b', 'value', { path: '/auth/' })
  assert.deepEqual(
    written().map(({ name, secure, path }) => ({ name, secure, path })),
    [
      { name: '__Host-a', secure: true, path: '/' },
      { name: '__Secure-b', secure: true, path: '/auth/' },
    ],
  )
  assert.equal(jar.read(exchange('a=1~x; __Secure-a=1~x').req, 'a'), undefined)
})

test('a value too long for one cookie travels in several, each short enough', () => {
  const jar = createCookieJar(false)
  const value = 'x'.repeat(9_000)
  const first = exchange()
  jar.write(first.res, 'a', value)
  const lines = [first.res.getHeader('set-cookie')].flat().map(String)
  assert.equal(lines.length, 3)
  for (const line of lines) assert.ok(line.length < 4_096)
  assert.equal(jar.read(exchange(first.next()).req, 'a'), value)

  const second = exchange(first.next())
  jar.write(second.res, 'a', 'short')
  assert.equal(jar.read(exchange(second.next()).req, 'a'), 'short', 'parts of the longer value are not read')

  const third = exchange(second.next())
  jar.clear(third.req, third.res, 'a')
  assert.equal(third.next(), '')
})

test('a value with a part missing, or with too many parts, is none', () => {
  const jar = createCookieJar(false)
  for (const cookie of ['', 'a=2~x', 'a=9~x', 'a=x', 'a=0~x', 'a=1~', 'b=1~x'])
    assert.equal(jar.read(exchange(cookie).req, 'a'), undefined, cookie)
})
