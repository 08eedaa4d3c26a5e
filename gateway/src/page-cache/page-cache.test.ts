import assert from 'node:assert/strict'
import { request } from 'node:http'
import { afterEach, test } from 'node:test'
import { eventually } from '@pmq/testing/eventually'
import type { Request, Response } from 'express'
import { createFakeBus, startGateway, type TestGateway, type TestGatewayOptions } from '../testing/start-gateway.ts'

let gateway: TestGateway
afterEach(() => gateway.close())

/** A web front whose answers wait for the test's word. */
function createWeb() {
  const waiting: { req: Request; res: Response; headers: Request['headers'] }[] = []
  let rendered = 0
  return {
    waiting,
    get rendered() {
      return rendered
    },
    automatic: undefined as ((req: Request, res: Response) => void) | undefined,
    handle(req: Request, res: Response) {
      rendered += 1
      if (this.automatic) this.automatic(req, res)
      else waiting.push({ req, res, headers: { ...req.headers } })
    },
    async next() {
      await eventually(() => waiting.length > 0)
      const found = waiting.shift()
      assert.ok(found)
      return found
    },
  }
}
const page = (res: Response, body: string, dependsOn = 'article:1') => {
  res.setHeader('x-pmq-depends-on', dependsOn)
  res.setHeader('content-type', 'text/html; charset=utf-8')
  res.end(body)
}

async function setUp(options: TestGatewayOptions = {}) {
  const web = createWeb()
  gateway = await startGateway({
    upstreams: { services: {}, web: { handle: (req, res) => web.handle(req, res) } },
    ...options,
  })
  return { web, client: gateway.client(), heritage: gateway.client('patrimoine.localhost') }
}
const published = (subject = '1', site = 'portal') => ({ type: 'content.article.published', subject, data: { site } })

test('a page that says what it depends on is rendered once, and its dependencies stay here', async () => {
  const { web, client } = await setUp()
  web.automatic = (_req, res) => page(res, '<p>un</p>')
  const first = await client.send('/a')
  const second = await client.send('/a')
  assert.equal(web.rendered, 1)
  for (const answer of [first, second]) {
    assert.equal(answer.body, '<p>un</p>')
    assert.equal(answer.headers['x-pmq-depends-on'], undefined)
    assert.equal(answer.headers['cache-control'], 'public, no-cache')
    assert.equal(answer.headers.vary, 'accept-encoding')
    assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
  }
  assert.equal(first.headers.etag, second.headers.etag)
})

test('the same address on another site is another page', async () => {
  const { web, client, heritage } = await setUp()
  web.automatic = (req, res) => page(res, String(req.headers['x-pmq-site']))
  assert.equal((await client.send('/a')).body, 'portal')
  assert.equal((await heritage.send('/a')).body, 'heritage')
  assert.equal((await client.send('/a')).body, 'portal')
})

test('a page cannot depend on who reads it: cookies, tokens, forged headers and the written host do not arrive', async () => {
  const { web, client } = await setUp()
  web.automatic = (req, res) => page(res, JSON.stringify(req.headers))
  const sent = {
    cookie: 'pmq-session=1~x',
    authorization: 'Bearer x',
    'x-pmq-site': 'scic',
    'x-forwarded-host': 'evil.example',
    'if-none-match': '"x"',
    range: 'bytes=0-1',
  }
  const answer = await client.send('/a', { headers: sent, host: `LOCALHOST.:${gateway.port + 1}` })
  const headers = answer.json() as Record<string, string>
  assert.equal(answer.status, 200)
  for (const name of ['cookie', 'authorization', 'if-none-match', 'range']) assert.equal(headers[name], undefined)
  assert.equal(headers['x-pmq-site'], 'portal')
  assert.equal(headers['x-forwarded-host'], `localhost:${gateway.port}`)
})

test('an event purges the pages that depend on it, and only those', async () => {
  const { web, client } = await setUp()
  web.automatic = (req, res) => page(res, `${req.url} ${web.rendered}`, req.url === '/a' ? 'article:1' : 'article:2')
  await client.send('/a')
  await client.send('/b')
  gateway.bus.tell(published('1'))
  assert.equal((await client.send('/a')).body, '/a 3')
  assert.equal((await client.send('/b')).body, '/b 2')
})

test('what is made for one visitor, fails, or says nothing of its dependencies is not kept', async () => {
  const answers: [string, (res: Response) => void][] = [
    ['a cookie', (res) => page(res.setHeader('set-cookie', 'a=1'), 'x')],
    ['not found', (res) => page(res.status(404), 'x')],
    ['no dependencies', (res) => void res.end('x')],
    ['private', (res) => page(res.setHeader('cache-control', 'private'), 'x')],
    ['no-store', (res) => page(res.setHeader('cache-control', 'no-store'), 'x')],
    ['varies by cookie', (res) => page(res.setHeader('vary', 'cookie'), 'x')],
  ]
  const { web, client } = await setUp()
  for (const [what, answer] of answers) {
    const before = web.rendered
    web.automatic = (_req, res) => answer(res)
    const path = `/${encodeURIComponent(what)}`
    await client.send(path)
    const second = await client.send(path)
    assert.equal(web.rendered, before + 2, what)
    assert.equal(second.headers['x-pmq-depends-on'], undefined)
    assert.match(String(second.headers['content-security-policy']), /frame-ancestors/)
  }
})

test('a form is sent on each time, with its body', async () => {
  const { web, client } = await setUp()
  web.automatic = (req, res) => {
    let body = ''
    req.on('data', (chunk) => {
      body += chunk
    })
    req.on('end', () => page(res, `${req.method} ${body}`))
  }
  for (const word of ['un', 'deux'])
    assert.equal((await client.send('/a', { method: 'POST', body: word })).body, `POST ${word}`)
})

test('HEAD asks for the same page as GET', async () => {
  const { web, client } = await setUp()
  web.automatic = (req, res) => page(res, req.method)
  const head = await client.send('/a', { method: 'HEAD' })
  assert.deepEqual([head.status, head.body, head.headers['content-length']], [200, '', '3'])
  assert.equal((await client.send('/a')).body, 'GET')
  assert.equal(web.rendered, 1)
})

test('many who ask at once are served by one render', async () => {
  const { web, client } = await setUp()
  const all = Array.from({ length: 20 }, () => client.send('/a'))
  const { res } = await web.next()
  await eventually(async () => (await client.send('/health/live')).status === 200) // the others have arrived
  page(res, 'once')
  for (const answer of await Promise.all(all)) assert.equal(answer.body, 'once')
  assert.equal(web.rendered, 1)
})

test('what is not for everybody is rendered for each who waited', async () => {
  const { web, client } = await setUp()
  const all = Array.from({ length: 3 }, () => client.send('/search?q=x'))
  const first = await web.next()
  web.automatic = (_req, res) => void res.end('own')
  first.res.end('own')
  for (const answer of await Promise.all(all)) assert.equal(answer.body, 'own')
  assert.equal(web.rendered, 3)
})

test('a page whose render began before an article was withdrawn is not kept after it', async () => {
  const { web, client } = await setUp()
  const early = client.send('/a')
  const { res } = await web.next()
  gateway.bus.tell({ type: 'content.article.withdrawn', subject: '1', data: { site: 'portal' } })
  page(res, 'private')
  assert.equal((await early).body, 'private', 'it was asked for before')
  web.automatic = (_req, r) => page(r, 'gone')
  assert.equal((await client.send('/a')).body, 'gone')
})

test('who comes after the withdrawal does not wait for the render of before', async () => {
  const { web, client } = await setUp()
  const early = client.send('/a')
  const old = await web.next()
  gateway.bus.tell({ type: 'content.article.withdrawn', subject: '1', data: { site: 'portal' } })
  const late = client.send('/a')
  const fresh = await web.next()
  page(old.res, 'private')
  page(fresh.res, 'gone')
  assert.equal((await late).body, 'gone')
  await early
  assert.equal((await client.send('/a')).body, 'gone', 'the newer render is the one that is kept')
  assert.equal(web.rendered, 2)
})

test('a purge of something else does not hinder a page under way from being kept', async () => {
  const { web, client } = await setUp()
  const early = client.send('/a')
  const { res } = await web.next()
  gateway.bus.tell(published('2', 'scic'))
  page(res, 'kept')
  await early
  assert.equal((await client.send('/a')).body, 'kept')
  assert.equal(web.rendered, 1)
})

test('when the one who waits for a render leaves, the others are served all the same', async () => {
  const { web, client } = await setUp()
  const leaving = request({
    port: gateway.port,
    host: '127.0.0.1',
    path: '/a',
    headers: { host: 'localhost' },
    agent: false,
  })
  leaving.on('error', () => undefined)
  leaving.end()
  await web.next()
  const staying = client.send('/a')
  await eventually(async () => (await client.send('/health/live')).status === 200)
  leaving.destroy()
  page((await web.next()).res, 'served')
  assert.equal((await staying).body, 'served')
})

test('a render that fails is a page of its own for who asked, and nothing is kept', async () => {
  const { web, client } = await setUp()
  web.automatic = (_req, res) => {
    res.setHeader('x-pmq-depends-on', 'article:1')
    res.write('half a page')
    throw new Error('broken')
  }
  const failed = await client.send('/a', { headers: { accept: 'text/html' } })
  assert.equal(failed.status, 500)
  assert.match(failed.body, /Un problème est survenu/)
  assert.doesNotMatch(failed.body, /half a page|broken|at /)
  web.automatic = (_req, res) => page(res, 'mended')
  assert.equal((await client.send('/a')).body, 'mended')
})

test('files that never change under their name are kept without dependencies, with their own cache rule', async () => {
  const { web, client } = await setUp()
  web.automatic = (_req, res) => {
    res.setHeader('cache-control', 'public, max-age=31536000, immutable')
    res.type('js').end('export const a = 1;'.repeat(100))
  }
  await client.send('/_astro/a.js')
  const answer = await client.send('/_astro/a.js')
  assert.equal(web.rendered, 1)
  assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(answer.headers['content-security-policy'], undefined)
})

test('kept pages are compressed once; pages that are not kept are compressed on their way', async () => {
  const { web, client } = await setUp()
  const long = '<p>Énergie, eau, forêt.</p>'.repeat(200)
  web.automatic = (req, res) => (req.url === '/kept' ? page(res, long) : void res.type('html').end(long))
  await client.send('/kept')
  const kept = await eventually(async () => {
    const answer = await client.send('/kept', { headers: { 'accept-encoding': 'gzip, br' } })
    return answer.headers['content-encoding'] === 'br' && answer
  })
  assert.equal(kept.body, long)
  const other = await client.send('/other', { headers: { 'accept-encoding': 'gzip' } })
  assert.equal(other.headers['content-encoding'], 'gzip')
  assert.equal(other.body, long)
  assert.equal(web.rendered, 2)
})

test('without a bus pages are rendered each time, until it is back', async () => {
  const bus = createFakeBus()
  bus.broken = true
  const { web, client } = await setUp({ bus })
  web.automatic = (_req, res) => page(res, String(web.rendered))
  assert.equal((await client.send('/a')).body, '1')
  assert.equal((await client.send('/a')).body, '2')
  bus.broken = false
  const twice = async () => [(await client.send('/a')).body, (await client.send('/a')).body]
  const kept = await eventually(async () => {
    const [first, second] = await twice()
    return first === second && second
  })
  bus.broken = true
  await eventually(async () => (await client.send('/a')).body !== kept)
  const [first, second] = await twice()
  assert.notEqual(first, second)
})

test('an answer too large to keep is sent whole', async () => {
  const { web, client } = await setUp()
  web.automatic = (_req, res) => {
    res.setHeader('x-pmq-depends-on', 'article:1')
    for (let i = 0; i < 50; i += 1) res.write(Buffer.alloc(100_000, 'x'))
    res.end('end')
  }
  for (const round of [1, 2]) {
    const { raw } = await client.send('/big')
    assert.equal(raw.length, 5_000_003)
    assert.equal(web.rendered, round)
  }
})

test('a page is rendered anew after its time even when nothing was heard', async () => {
  let now = Date.now()
  const { web, client } = await setUp({ clock: () => new Date(now), env: { PAGE_CACHE_MAX_AGE: '60' } })
  web.automatic = (_req, res) => page(res, String(web.rendered))
  assert.equal((await client.send('/a')).body, '1')
  now += 59_000
  assert.equal((await client.send('/a')).body, '1')
  now += 1_000
  assert.equal((await client.send('/a')).body, '2')
})
