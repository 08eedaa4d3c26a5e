import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createTestClient, type TestClient } from '../testing/test-client.ts'
import { type CachedPage, compressPage, createCachedPage, sendCachedPage } from './cached-page.ts'
import { readerOf } from './public-request.ts'

const body = Buffer.from('<p>Énergie, eau, forêt.</p>'.repeat(100))
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'public, no-cache',
  'x-request-id': 'leader',
  date: 'x',
  vary: 'accept-encoding',
}
let page: CachedPage
let client: TestClient
const server = createServer((req, res) => sendCachedPage(page, readerOf(req), res))

before(async () => {
  page = createCachedPage(headers, body, [], 0)
  page.bytes += await compressPage(page)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  client = createTestClient((server.address() as AddressInfo).port)
})
after(() => server.close())

const get = (sent: Record<string, string> = {}, method = 'GET') => client.send('/', { headers: sent, method })

test('the browser gets the best encoding it accepts', async () => {
  for (const [accepted, encoding] of [
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ] as const) {
    const answer = await get({ 'accept-encoding': accepted })
    assert.equal(answer.headers['content-encoding'], encoding)
    assert.equal(answer.body, body.toString())
    assert.equal(answer.headers['content-length'], String(answer.raw.length))
    assert.equal(answer.headers.vary, 'accept-encoding')
  }
})

test('each encoding has its own strong ETag, and any of them says that the page is known', async () => {
  const [br, gzip, plain] = await Promise.all(
    ['br', 'gzip', 'identity'].map((encoding) => get({ 'accept-encoding': encoding })),
  )
  assert.equal(new Set([br, gzip, plain].map((answer) => answer?.headers.etag)).size, 3)
  const again = await get({ 'accept-encoding': 'gzip', 'if-none-match': String(br?.headers.etag) })
  assert.deepEqual([again.status, again.raw.length], [304, 0])
  assert.equal(again.headers['cache-control'], 'public, no-cache')
  assert.equal(again.headers['content-type'], undefined)
  assert.equal((await get({ 'if-none-match': '"another"' })).status, 200)
})

test('HEAD is told everything but the page', async () => {
  const answer = await get({ 'accept-encoding': 'br' }, 'HEAD')
  assert.equal(answer.status, 200)
  assert.equal(answer.raw.length, 0)
  assert.ok(Number(answer.headers['content-length']) > 0)
})

test('what belonged to the first answer alone is not told to the next reader', async () => {
  const answer = await get()
  assert.equal(answer.headers['x-request-id'], undefined)
  assert.notEqual(answer.headers.date, 'x')
})

test('what is small, or compressed by itself, is kept as it is', async () => {
  const small = createCachedPage({ 'content-type': 'text/html' }, Buffer.from('x'), [], 0)
  const photo = createCachedPage({ 'content-type': 'image/jpeg' }, body, [], 0)
  assert.deepEqual([await compressPage(small), await compressPage(photo)], [0, 0])
})
