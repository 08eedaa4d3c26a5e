import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { EngineState } from '@pmq/platform/health'
import { openApiOf } from '@pmq/platform/http'
import express from 'express'
import { echo, startGateway, type TestGateway } from './testing/start-gateway.ts'

const engines: EngineState[] = [
  { name: 'documents', kind: 'embedded', state: 'up', checkedAt: '2026-11-21T10:00:00Z' },
  { name: 'events', kind: 'embedded', state: 'up', detail: 'behind a wall', checkedAt: '2026-11-21T10:00:00Z' },
]
const elsewhere = createServer((req, res) => res.end(JSON.stringify({ url: req.url, headers: req.headers })))
const failing: express.RequestHandler = (req, res, next) => {
  if (req.url === '/thrown') throw new Error('a secret of the inside')
  if (req.url === '/rejected') return Promise.reject(new Error('a secret of the inside'))
  if (req.url === '/passed') return next(new Error('a secret of the inside'))
  if (req.url === '/json') return express.json()(req, res, next)
  next()
}

let gateway: TestGateway
let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<meta name="nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style><meta name="sites" content="__PMQ_SITES__">',
  )
  await writeFile(join(folder, 'assets', 'index-abc123.js'), 'export {}')
  await writeFile(join(folder, '.secret'), 'no')
  elsewhere.listen(0, '127.0.0.1')
  await once(elsewhere, 'listening')
  const mail = express.Router().get('/dev/mail', (_req, res) => void res.send('mailbox'))
  gateway = await startGateway({
    upstreams: {
      services: {
        content: {
          handle: express.Router().get('/sites', (req, res) => void res.json({ url: req.url, headers: req.headers })),
        },
        contacts: { url: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}` },
        failing: { handle: failing },
      },
      web: { handle: echo },
    },
    engines: async () => engines,
    openapi: async () => [
      openApiOf('content', []),
      {
        ...openApiOf('contacts', []),
        paths: {
          '/api/contacts/people': {
            get: { summary: 'List <people>', tags: ['contacts'], responses: { 200: { description: 'OK' } } },
          },
        },
      },
    ],
    adminFiles: pathToFileURL(folder),
    extraRoutes: [mail],
  })
})
after(async () => {
  elsewhere.closeAllConnections()
  elsewhere.close()
  await gateway.close()
  await rm(folder, { recursive: true })
})

type Problem = { status: number; code: string; requestId: string; detail: string }
type Seen = { url: string; headers: Record<string, string> }

test('the host decides the site, and who is behind learns it from the gateway alone', async () => {
  for (const [host, site] of [
    ['localhost', 'portal'],
    ['PATRIMOINE.localhost:1', 'heritage'],
    ['scic.localhost.', 'scic'],
    ['produits.localhost', 'produits'],
  ] as const) {
    const seen = (
      await gateway.client(host).send('/a?b=c', { headers: { 'x-pmq-site': 'portal', 'x-pmq-anything': '1' } })
    ).json() as Seen
    assert.equal(seen.headers['x-pmq-site'], site)
    assert.equal(seen.headers['x-pmq-anything'], undefined)
    assert.equal(seen.url, '/a?b=c')
  }
})

test('an unknown host is refused and not repeated: a problem for programs, a page for people', async () => {
  const answer = await gateway.client('evil.example').send('/')
  assert.deepEqual([answer.status, (answer.json() as Problem).code], [421, 'host.unknown'])
  const page = await gateway.client('evil.example').send('/', { headers: { accept: 'text/html' } })
  assert.equal(page.status, 421)
  assert.match(page.body, /<html lang="fr">/)
  for (const { body, headers } of [answer, page]) assert.doesNotMatch(body + JSON.stringify(headers), /evil/)
})

test('services are reached by name, in this process and elsewhere, with the same words', async () => {
  const client = gateway.client()
  const inside = (
    await client.send('/api/content/sites?x=1', {
      headers: { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example' },
    })
  ).json() as Seen
  assert.equal(inside.url, '/sites?x=1', 'relative to where the service is')
  const outside = (await client.send('/api/contacts/people?x=1')).json() as Seen
  assert.equal(outside.url, '/api/contacts/people?x=1')
  for (const { headers } of [inside, outside]) {
    assert.equal(headers['x-forwarded-for'], '127.0.0.1')
    assert.equal(headers['x-forwarded-host'], `localhost:${gateway.port}`)
    assert.equal(headers['x-forwarded-proto'], 'http')
    assert.match(headers.traceparent ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
    assert.match(headers['x-request-id'] ?? '', /^[0-9a-f-]{36}$/)
  }
})

test('an address that no service has is not found', async () => {
  for (const path of [
    '/api/',
    '/api/nothing',
    '/api/content',
    '/api/content/nothing',
    '/api/Content/sites',
    '/api/__proto__/x',
  ]) {
    const answer = await gateway.client().send(path)
    assert.deepEqual([answer.status, (answer.json() as Problem).code], [404, 'not-found'], path)
  }
})

test('request ids and traces of strangers are replaced', async () => {
  const traceparent = '00-11111111111111111111111111111111-2222222222222222-01'
  const { headers } = (
    await gateway.client().send('/api/contacts/a', { headers: { 'x-request-id': 'chosen-by-me', traceparent } })
  ).json() as Seen
  assert.notEqual(headers['x-request-id'], 'chosen-by-me')
  assert.doesNotMatch(headers.traceparent ?? '', /1111/)
})

test('a proxy of ours is believed: the request keeps its id, its trace and its client', async () => {
  const behind = await startGateway({ env: { TRUSTED_PROXY_HOPS: '1' } })
  const traceparent = '00-11111111111111111111111111111111-2222222222222222-01'
  const sent = { 'x-request-id': 'from-our-proxy', traceparent, 'x-forwarded-for': '6.6.6.6, 192.0.2.1' }
  const answer = await behind.client().send('/api/content/a', { headers: sent })
  const { headers } = answer.json() as Seen
  assert.equal(answer.headers['x-request-id'], 'from-our-proxy')
  assert.match(headers.traceparent ?? '', /^00-1{32}-(?!2{16})/)
  assert.equal(headers['x-forwarded-for'], '192.0.2.1')
  const odd = await behind.client().send('/api/content/a', { headers: { 'x-request-id': 'a b\tc' } })
  assert.match(String(odd.headers['x-request-id']), /^[0-9a-f-]{36}$/)
  await behind.close()
})

test('what fails inside is told without any detail, with a reference', async () => {
  for (const path of ['/thrown', '/rejected', '/passed']) {
    const answer = await gateway.client().send(`/api/failing${path}`)
    const problem = answer.json() as Problem
    assert.deepEqual(
      [answer.status, problem.code, problem.requestId],
      [500, 'internal', answer.headers['x-request-id']],
    )
    assert.doesNotMatch(answer.body, /secret|at |\.ts/)
  }
})

test('malformed JSON is the sender’s fault', async () => {
  const answer = await gateway
    .client()
    .send('/api/failing/json', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":' })
  assert.deepEqual([answer.status, (answer.json() as Problem).code], [400, 'request.malformed'])
})

test('every answer carries the security headers that its kind needs', async () => {
  for (const path of ['/', '/api/content/sites', '/api/nothing', '/admin/', '/auth/me', '/health/live']) {
    const { headers } = await gateway.client().send(path)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', path)
    assert.ok(headers['permissions-policy'], path)
    assert.equal(headers['x-powered-by'], undefined, path)
    assert.equal(headers['strict-transport-security'], undefined, 'only over https')
  }
})

test('the back office is served on the portal: a fresh index with its nonce, files for ever', async () => {
  const client = gateway.client()
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i += 1) {
    const { headers, body } = await client.send('/admin/')
    assert.equal(headers['cache-control'], 'no-store')
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? []
    nonces.add(nonce)
    assert.ok(body.startsWith(`<meta name="nonce" content="${nonce}"><style nonce="${nonce}"></style>`))
    assert.match(body, /content="{&quot;portal&quot;:&quot;http:\/\/localhost:\d+\/&quot;,&quot;heritage&quot;/)
    assert.match(String(headers['content-security-policy']), /script-src 'self';/)
  }
  assert.equal(nonces.size, 3)
  assert.equal((await client.send('/admin')).headers.location, '/admin/')
  const file = await client.send('/admin/assets/index-abc123.js')
  assert.equal(file.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.match(String(file.headers['content-type']), /javascript/)
  const again = await client.send('/admin/assets/index-abc123.js', {
    headers: { 'if-none-match': String(file.headers.etag) },
  })
  assert.equal(again.status, 304)
  for (const [host, path] of [
    ['localhost', '/admin/.secret'],
    ['localhost', '/admin/nothing.js'],
    ['scic.localhost', '/admin/'],
  ] as const) {
    assert.equal(((await gateway.client(host).send(path)).json() as Seen).url, path, 'left to the web front')
  }
})

test('routes of the composition are on the portal only', async () => {
  assert.equal((await gateway.client().send('/dev/mail')).body, 'mailbox')
  assert.notEqual((await gateway.client('scic.localhost').send('/dev/mail')).body, 'mailbox')
})

test('load balancers, which come by address, are told whether we live and are ready, and nothing else', async () => {
  const client = gateway.client('10.1.2.3:8080')
  assert.deepEqual((await client.send('/health/live')).json(), { state: 'up' })
  const ready = await client.send('/health/ready')
  assert.equal(ready.status, 200)
  assert.doesNotMatch(ready.body, /wall/)
  engines.push({ name: 'search', kind: 'external', state: 'down', checkedAt: '2026-11-21T10:00:00Z' })
  const down = await client.send('/health/ready')
  engines.pop()
  assert.equal(down.status, 503)
  assert.deepEqual((down.json() as { engines: unknown[] }).engines.at(-1), { name: 'search', state: 'down' })
})

test('administrators see engines and services, others do not', async () => {
  for (const path of ['/api/operations/engines', '/api/operations/services']) {
    assert.equal((await gateway.client().send(path)).status, 401)
    assert.equal((await (await gateway.signedIn()).send(path)).status, 403)
    assert.equal((await gateway.client().send(path, { headers: { authorization: 'Bearer x' } })).status, 401)
  }
  gateway.provider.person.roles = ['admin']
  const admin = await gateway.signedIn()
  assert.deepEqual((await admin.send('/api/operations/engines')).json(), { items: engines, total: 2 })
  assert.deepEqual((await admin.send('/api/operations/services')).json(), {
    items: [{ name: 'content' }, { name: 'contacts' }, { name: 'failing' }],
    total: 3,
  })
})

test('one document describes every service, for programs and for people', async () => {
  const document = (await gateway.client().send('/api/openapi.json')).json() as {
    openapi: string
    paths: object
    servers: unknown
  }
  assert.equal(document.openapi, '3.1.0')
  assert.ok('/api/contacts/people' in document.paths && '/auth/me' in document.paths)
  assert.deepEqual(document.servers, [{ url: `http://localhost:${gateway.port}` }])
  const page = await gateway.client().send('/api/docs')
  assert.match(String(page.headers['content-type']), /text\/html/)
  assert.match(page.body, /<code>GET \/api\/contacts\/people<\/code>/)
  assert.match(page.body, /List &lt;people&gt;/)
  assert.doesNotMatch(page.body, /<script/)
})
