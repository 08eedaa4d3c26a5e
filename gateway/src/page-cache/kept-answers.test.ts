import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { RequestHandler } from 'express'
import { startGateway, type TestGateway, type TestGatewayOptions } from '../testing/start-gateway.ts'

let gateway: TestGateway
afterEach(() => gateway.close())

/** A service that counts what it is asked; `/kept` says what it depends on, the rest says nothing. */
async function setUp(options: TestGatewayOptions = {}) {
  const asked: string[] = []
  const content: RequestHandler = (req, res) => {
    asked.push(req.originalUrl)
    const own = req.headers.authorization
    if (req.path === '/kept' && !own) res.setHeader('x-pmq-depends-on', 'tree:portal articles:portal')
    res.setHeader('cache-control', req.path === '/kept' && !own ? 'no-cache' : 'no-store')
    res.json({ own: own ?? null })
  }
  gateway = await startGateway({
    upstreams: { services: { content: { handle: content } }, web: { handle: content } },
    ...options,
  })
  return { asked, client: gateway.client(), tell: gateway.bus.tell }
}

test('an answer that says what it depends on is asked of the service once, and its dependencies stay here', async () => {
  const { asked, client } = await setUp()
  const answers = [await client.send('/api/content/kept'), await client.send('/api/content/kept')]
  assert.equal(asked.length, 1)
  for (const { status, body, headers } of answers) {
    assert.deepEqual([status, body], [200, '{"own":null}'])
    assert.equal(headers['x-pmq-depends-on'], undefined)
    assert.equal(headers['cache-control'], 'public, no-cache')
    assert.match(String(headers['content-security-policy']), /default-src 'none'/)
  }
  const again = await client.send('/api/content/kept', {
    headers: { 'if-none-match': String(answers[0]?.headers.etag) },
  })
  assert.equal(again.status, 304)
})

test('an event purges the answers that depend on it', async () => {
  const { asked, client, tell } = await setUp()
  await client.send('/api/content/kept')
  tell({ type: 'content.article.withdrawn', subject: '1', data: { site: 'scic' } })
  await client.send('/api/content/kept')
  assert.equal(asked.length, 1)
  tell({ type: 'content.article.withdrawn', subject: '1', data: { site: 'portal' } })
  await client.send('/api/content/kept')
  assert.equal(asked.length, 2)
})

test('who brings a token is answered by the service, and nobody else is given that answer', async () => {
  const { asked, client } = await setUp()
  const mine = { headers: { authorization: 'Bearer mine' } }
  assert.equal((await client.send('/api/content/kept', mine)).body, '{"own":"Bearer mine"}')
  assert.equal((await client.send('/api/content/kept')).body, '{"own":null}')
  assert.equal((await client.send('/api/content/kept', mine)).body, '{"own":"Bearer mine"}')
  assert.equal(asked.length, 3)
})

test('who is signed in is answered by the service', async () => {
  const { asked, client } = await setUp()
  await client.send('/api/content/kept')
  const signedIn = await gateway.signedIn()
  assert.match((await signedIn.send('/api/content/kept')).body, /Bearer/)
  assert.equal(asked.filter((url) => url.startsWith('/api/')).length, 2)
})

test('an answer that says nothing of its dependencies is asked for each time', async () => {
  const { asked, client } = await setUp()
  for (let n = 0; n < 3; n += 1)
    assert.equal((await client.send('/api/content/other')).headers['cache-control'], 'no-store')
  assert.equal(asked.length, 3)
})

test('an answer that once said nothing of its dependencies is kept when it says so after a change', async () => {
  let dependsOn = ''
  let asked = 0
  const content: RequestHandler = (_req, res) => {
    asked += 1
    if (dependsOn) res.setHeader('x-pmq-depends-on', dependsOn)
    res.json({ asked })
  }
  gateway = await startGateway({
    upstreams: { services: { content: { handle: content } }, web: { handle: content } },
  })
  const client = gateway.client()
  for (let n = 0; n < 2; n += 1) await client.send('/api/content/later')
  dependsOn = 'articles:portal'
  gateway.bus.tell({ type: 'content.article.published', subject: '1', data: { site: 'portal' } })
  const bodies = [await client.send('/api/content/later'), await client.send('/api/content/later')]
  assert.deepEqual(new Set(bodies.map(({ body }) => body)), new Set(['{"asked":3}']))
})

test('answers out of memory count as reads of the API', async () => {
  const { client } = await setUp({ env: { RATE_API_READS: '3' } })
  const statuses: number[] = []
  for (let n = 0; n < 4; n += 1) statuses.push((await client.send('/api/content/kept')).status)
  assert.deepEqual(statuses, [200, 200, 200, 429])
})
