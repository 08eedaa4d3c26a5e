import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { silentLog } from '@pmq/platform/log'
import { eventually } from '@pmq/testing/eventually'
import { createTestClient } from '../testing/test-client.ts'
import { createProxy } from './proxy.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => void
const toClose: (() => unknown)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  toClose.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/** A client, before a proxy, before an upstream. */
async function setUp(handler: Handler, { timeoutMs = 5_000, url = '' } = {}) {
  const upstream = await listen(createServer(handler))
  const proxy = createProxy({ url: url || `http://127.0.0.1:${upstream}`, timeoutMs, log: silentLog() })
  toClose.push(proxy.close)
  const port = await listen(createServer((req, res) => proxy.handle(req, res)))
  return { port, client: createTestClient(port) }
}

test('method, address, headers and bodies go through, both ways', async () => {
  const { client } = await setUp(async (req, res) => {
    let body = ''
    for await (const chunk of req) body += chunk
    res.writeHead(201, { 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] })
    res.end(`${req.method} ${req.url} ${req.headers['x-question']} ${body}`)
  })
  const answer = await client.send('/a/b?c=%20d', { method: 'PUT', headers: { 'x-question': 'why' }, body: 'because' })
  assert.equal(answer.status, 201)
  assert.equal(answer.headers['x-answer'], 'yes')
  assert.deepEqual(answer.headers['set-cookie'], ['a=1', 'b=2'])
  assert.equal(answer.body, 'PUT /a/b?c=%20d why because')
})

test('the address of an upstream may have a path', async () => {
  const upstream = await listen(createServer((req, res) => res.end(req.url)))
  const { client } = await setUp(() => undefined, { url: `http://127.0.0.1:${upstream}/under/` })
  assert.equal((await client.send('/a')).body, '/under/a')
})

test('headers of one connection stay on it', async () => {
  const { client } = await setUp((req, res) => {
    res.writeHead(200, { connection: 'x-inner', 'x-inner': '1', 'keep-alive': 'timeout=99', 'x-outer': '2' })
    res.end(JSON.stringify(req.headers))
  })
  const sent = {
    connection: 'close, x-hop',
    'x-hop': '1',
    te: 'trailers',
    'x-end': '2',
    'proxy-authorization': 'x',
    expect: '100-continue',
  }
  const answer = await client.send('/', { headers: sent })
  const seen = answer.json() as Record<string, string>
  for (const name of ['x-hop', 'te', 'proxy-authorization', 'expect']) assert.equal(seen[name], undefined, name)
  assert.equal(seen['x-end'], '2')
  assert.equal(answer.headers['x-inner'], undefined)
  assert.notEqual(answer.headers['keep-alive'], 'timeout=99')
  assert.equal(answer.headers['x-outer'], '2')
})

test('fifty megabytes go through each way without being gathered in memory', async () => {
  const piece = Buffer.alloc(64 * 1024, 'x')
  const pieces = 800
  const fifty = () => Readable.from(Array.from({ length: pieces }, () => piece))
  const { port } = await setUp((req, res) => {
    let received = 0
    req.on('data', (chunk: Buffer) => {
      received += chunk.length
    })
    req.on('end', () => {
      res.setHeader('x-received', String(received))
      fifty().pipe(res)
    })
  })
  // What is still held, not what the collector has yet to find.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    return process.memoryUsage().arrayBuffers
  }
  const before = held()
  let peak = 0
  let seen = 0
  const watch = () => {
    seen += 1
    if (seen % 50 === 0) peak = Math.max(peak, held() - before)
  }
  const sent = request({ port, host: '127.0.0.1', method: 'POST', agent: false })
  fifty().on('data', watch).pipe(sent)
  const [res] = (await once(sent, 'response')) as [IncomingMessage]
  let size = 0
  for await (const chunk of res) {
    size += (chunk as Buffer).length
    watch()
  }
  assert.equal(res.headers['x-received'], String(pieces * piece.length))
  assert.equal(size, pieces * piece.length)
  assert.ok(seen > pieces)
  assert.ok(peak < 25_000_000, `${Math.round(peak / 1e6)} MB more than before`)
})

test('a client that reads slowly slows the upstream down', async () => {
  let written = 0
  const { port } = await setUp((_req, res) => {
    const fill = () => {
      while (!res.destroyed && written < 200_000_000 && res.write(Buffer.alloc(65_536))) written += 65_536
    }
    res.on('drain', fill)
    fill()
  })
  const sent = request({ port, host: '127.0.0.1', agent: false })
  sent.end()
  const [res] = (await once(sent, 'response')) as [IncomingMessage]
  let last = -1
  await eventually(
    () => {
      const still = written === last
      last = written
      return still
    },
    { every: 100 },
  )
  assert.ok(written < 30_000_000, `${written} bytes were written to nobody`)
  res.destroy()
})

test('when the client goes away, the upstream is told', async () => {
  let left = false
  const arrived = Promise.withResolvers<void>()
  const { port } = await setUp((_req, res) => {
    res.on('close', () => {
      left = true
    })
    res.write('the beginning')
    arrived.resolve()
  })
  const sent = request({ port, host: '127.0.0.1', agent: false })
  sent.on('error', () => undefined)
  sent.end()
  await arrived.promise
  sent.destroy()
  await eventually(() => left)
})

test('an upstream that cannot be reached is 503, one that keeps us waiting 504, with a problem', async () => {
  const closed = createTcpServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as AddressInfo
  closed.close()
  const refused = await setUp(() => undefined, { url: `http://127.0.0.1:${port}` })
  const answer = await refused.client.send('/')
  assert.equal(answer.status, 503)
  assert.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8')
  assert.equal((answer.json() as { code: string }).code, 'unavailable')

  const slow = await setUp(() => undefined, { timeoutMs: 200 })
  const late = await slow.client.send('/')
  assert.deepEqual([late.status, (late.json() as { code: string }).code], [504, 'upstream.timeout'])
})

test('an answer that breaks off is broken off for the client too, so that it does not pass for whole', async () => {
  const { client } = await setUp((_req, res) => {
    res.write('half')
    setImmediate(() => res.destroy())
  })
  await assert.rejects(client.send('/'))
})

test('a read whose kept connection was just closed is tried once more; a write is not', async () => {
  let dropped = 0
  const handler: Handler = (req, res) => {
    if (req.url === '/flaky' && dropped++ === 0) return void req.socket.destroy()
    if (req.url === '/write') {
      dropped += 1
      return void req.socket.destroy()
    }
    res.end('ok')
  }
  const { client } = await setUp(handler)
  assert.equal((await client.send('/flaky')).body, 'ok')
  dropped = 0
  assert.equal((await client.send('/write', { method: 'POST', body: 'x' })).status, 503)
  assert.equal(dropped, 1)
})
