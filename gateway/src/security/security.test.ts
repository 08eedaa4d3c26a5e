import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, test } from 'node:test'
import { closeServer, followRequests } from '@pmq/platform/lifecycle'
import { eventually } from '@pmq/testing/eventually'
import express from 'express'
import { startGateway, type TestGateway, type TestGatewayOptions } from '../testing/start-gateway.ts'
import { appPolicy, pagePolicy } from './content-security-policy.ts'
import { serverOptions } from './harden-server.ts'

const open: TestGateway[] = []
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close()
})
async function start(options?: TestGatewayOptions) {
  const gateway = await startGateway(options)
  open.push(gateway)
  return gateway
}

/** What comes back for these very bytes. */
async function raw(port: number, ...pieces: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  for (const piece of pieces) socket.write(piece)
  return text(socket)
}
const codeIn = (answer: string) => [Number(answer.slice(9, 12)), /"code":"([^"]+)"/.exec(answer)?.[1]]
const json = express.json({ strict: false })
const reader: express.RequestHandler = (req, res, next) =>
  json(req, res, (error) => (error ? next(error) : res.json(req.body)))
const service = (limit = 1_000) => ({
  upstreams: { services: { content: { handle: reader } }, web: { handle: reader } },
  env: { BODY_LIMIT: String(limit) },
})

test('what is not HTTP, has no host or has two is refused with a problem', async () => {
  const { port } = await start()
  const end = 'Connection: close\r\n\r\n'
  for (const [sent, status] of [
    ['nonsense\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\n${end}`, 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n${end}`, 400],
    [`GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    [`OPTIONS * HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    [`GET /a/../b HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    [`GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    [`GET /%00 HTTP/1.1\r\nHost: localhost\r\n${end}`, 400],
    [`TRACE / HTTP/1.1\r\nHost: localhost\r\n${end}`, 405],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\n${end}`, 417],
    [`GET / HTTP/1.1\r\nHost: evil.example\r\n${end}`, 421],
    [`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n${end}`, 400],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n${end}`, 431],
    [`GET / HTTP/1.1\r\nHost: localhost\r\n${'X: 1\r\n'.repeat(150)}${end}`, 431],
  ] as const) {
    const answer = await raw(port, sent)
    const what = sent.slice(0, 60)
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `), what)
    if (!sent.startsWith('OPTIONS')) assert.match(answer, /content-type: application\/problem\+json/i, what)
    assert.doesNotMatch(answer, /evil/, what)
  }
})

test('a second Host header is refused for a page in memory too', async () => {
  const web = (_req: express.Request, res: express.Response) => void res.setHeader('x-pmq-depends-on', 'a').end('kept')
  const { port, client } = await start({ upstreams: { services: {}, web: { handle: web } } })
  const kept = client()
  await kept.send('/a')
  assert.equal((await kept.send('/a')).body, 'kept')
  const answer = await raw(port, 'GET /a HTTP/1.1\r\nHost: localhost\r\nhost: x\r\nConnection: close\r\n\r\n')
  assert.deepEqual(codeIn(answer), [400, 'request.malformed'])
})

test('a body over the limit is refused, by what it declares or by counting, and the others are served', async () => {
  const { port, client } = await start(service())
  const headers = { 'content-type': 'application/json' }
  const fits = JSON.stringify('x'.repeat(900))
  const tooLong = JSON.stringify('x'.repeat(5_000))
  for (const path of ['/api/content/a', '/form']) {
    assert.equal((await client().send(path, { method: 'POST', headers, body: fits })).status, 200)
    const declared = await client().send(path, { method: 'POST', headers, body: tooLong })
    assert.deepEqual([declared.status, (declared.json() as { code: string }).code], [413, 'request.too-large'])

    const sent = request({
      port,
      host: '127.0.0.1',
      path,
      method: 'POST',
      agent: false,
      headers: { ...headers, host: 'localhost' },
    })
    for (let i = 0; i < 5; i += 1) sent.write(tooLong.slice(0, 1_000))
    sent.end()
    const [answer] = await once(sent, 'response')
    assert.equal(answer.statusCode, 413)
    answer.resume()
  }
  assert.equal((await client().send('/api/content/a', { method: 'POST', headers, body: fits })).status, 200)
})

test('a body without end is cut off', async () => {
  const { port } = await start(service())
  const sent = request({
    port,
    host: '127.0.0.1',
    path: '/api/content/a',
    method: 'POST',
    agent: false,
    headers: { host: 'localhost', 'content-type': 'application/json' },
  })
  sent.on('error', () => undefined)
  const closed = once(sent, 'close')
  const more = setInterval(() => sent.write('x'.repeat(10_000)), 1)
  await closed
  clearInterval(more)
})

test('a client that reads nothing of its answer is let go, and the others are served', async () => {
  const { promise: letGo, resolve } = Promise.withResolvers<void>()
  const endless: express.RequestHandler = (_req, res) => {
    const more = () => {
      while (res.write('x'.repeat(65_536)));
    }
    res.on('drain', more).on('close', resolve)
    more()
  }
  const upstreams = { services: { content: { handle: endless } }, web: { handle: reader } }
  const { port, client } = await start({ upstreams, serverLimits: { silenceMs: 400 } })
  const socket = connect(port, '127.0.0.1').pause()
  socket.on('error', () => undefined)
  socket.write('GET /api/content/x HTTP/1.1\r\nHost: localhost\r\n\r\n')
  assert.equal((await client().send('/health/live')).status, 200)
  await letGo
  socket.destroy()
})

test('a client that sends its headers or its body too slowly gets 408, and the others are served', async () => {
  const { port, client } = await start({ ...service(), serverLimits: { headersMs: 300, requestMs: 600 } })
  const slowHeaders = raw(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n')
  const slowBody = raw(
    port,
    'POST /api/content/a HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
  )
  assert.equal((await client().send('/health/live')).status, 200)
  for (const answer of await Promise.all([slowHeaders, slowBody]))
    assert.deepEqual(codeIn(answer), [408, 'request.timeout'])
})

test('ten times the rate: 429 with the time to wait, and the others are served', async () => {
  const { client } = await start({ env: { RATE_API_READS: '20', RATE_API_WRITES: '5', TRUSTED_PROXY_HOPS: '1' } })
  const from = (address: string, method = 'GET') =>
    client().send('/api/content/a', { method, headers: { 'x-forwarded-for': address } })
  const statuses: number[] = []
  for (let i = 0; i < 200; i += 1) statuses.push((await from('192.0.2.1')).status)
  assert.equal(statuses.filter((status) => status === 200).length, 20)
  const refused = await from('192.0.2.1')
  assert.deepEqual([refused.status, (refused.json() as { code: string }).code], [429, 'rate.exceeded'])
  assert.ok(Number(refused.headers['retry-after']) > 0)
  assert.match(String(refused.headers.ratelimit), /"api-reads";r=0/)
  assert.equal((await from('192.0.2.2')).status, 200)
  assert.equal((await from('192.0.2.1', 'POST')).status, 200, 'writes are counted apart')
  assert.equal((await from('2001:db8:1:2::1')).status, 200)
})

test('who is signed in is counted by session, not with the others of his address', async () => {
  const gateway = await start({ env: { RATE_API_READS: '10' } })
  const editor = await gateway.signedIn()
  for (let i = 0; i < 12; i += 1) await gateway.client().send('/api/content/a')
  assert.equal((await gateway.client().send('/api/content/a')).status, 429)
  assert.equal((await editor.send('/api/content/a')).status, 200)
})

test('signing in has a rate of its own; pages in memory have one too', async () => {
  const web = (_req: express.Request, res: express.Response) => void res.setHeader('x-pmq-depends-on', 'a').end('kept')
  const gateway = await start({
    upstreams: { services: {}, web: { handle: web } },
    env: { RATE_SIGN_IN: '3', RATE_PAGES: '10' },
  })
  const statuses = async (path: string) => {
    const found: number[] = []
    for (let i = 0; i < 15; i += 1) found.push((await gateway.client().send(path)).status)
    return found
  }
  assert.deepEqual((await statuses('/auth/sign-in')).slice(0, 5), [302, 302, 302, 429, 429])
  const pages = await statuses('/a')
  assert.deepEqual([pages.filter((status) => status === 200).length, pages.at(-1)], [10, 429])
})

test('a page’s own policy is completed, and never loosened', () => {
  const policy = pagePolicy(
    "script-src 'self' 'sha256-abc' 'unsafe-inline'; style-src 'self' 'sha256-def'; frame-ancestors *",
    { signInOrigin: 'https://id.example', https: true },
  )
  const directives = Object.fromEntries(
    policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
  )
  assert.equal(directives['script-src'], "'self' 'sha256-abc'")
  assert.equal(directives['style-src'], "'self' 'sha256-def'")
  assert.equal(directives['default-src'], "'self'")
  assert.equal(directives['frame-ancestors'], "'none'")
  assert.equal(directives['object-src'], "'none'")
  assert.equal(directives['form-action'], "'self' https://id.example")
  assert.ok('upgrade-insecure-requests' in directives)
  assert.equal(pagePolicy(policy, { signInOrigin: 'https://id.example', https: true }), policy)
})

test('an application’s policy allows its styles by nonce, and no inline script at all', () => {
  const policy = appPolicy('abc', { signInOrigin: 'http://id', https: false })
  assert.match(policy, /script-src 'self';/)
  assert.match(policy, /style-src 'self' 'nonce-abc';/)
  assert.doesNotMatch(policy, /unsafe|upgrade-insecure/)
})

test('a server that closes finishes the answers under way, refuses newcomers, and does not wait for idle clients', async () => {
  const gate = Promise.withResolvers<void>()
  const server = followRequests(
    createServer(serverOptions, async (_req, res) => {
      await gate.promise
      res.end('done')
    }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const idle = connect(port, '127.0.0.1')
  await once(idle, 'connect')
  const atWork = raw(port, 'GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  const connections = () => new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)))
  await eventually(async () => (await connections()) === 2)

  const closed = closeServer(server)
  await eventually(() => assert.rejects(once(connect(port, '127.0.0.1'), 'connect')))
  gate.resolve()
  assert.match(await atWork, /done/)
  await closed
  assert.equal(await connections(), 0)
})
