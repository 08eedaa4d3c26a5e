import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { eventually } from '@pmq/testing/eventually'
import { createTestClient } from './testing/test-client.ts'

const servers: { close(): unknown; closeAllConnections(): void }[] = []
after(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

async function listen(handler: RequestListener): Promise<number> {
  const server = createServer(handler).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const run = (env: Record<string, string>) =>
  spawn(process.execPath, [new URL('./main.ts', import.meta.url).pathname], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })

test('alone, the gateway reaches services and pages at their addresses, also without Kafka, and stops when told to', async () => {
  const content = await listen((req, res) => {
    if (req.url === '/health/ready') {
      const engine = { name: 'documents', kind: 'external', state: 'up', checkedAt: '2026-11-21T10:00:00Z' }
      res
        .writeHead(503)
        .end(JSON.stringify({ state: 'down', engines: [engine, { ...engine, name: 'events', state: 'down' }] }))
    } else if (req.url === '/openapi.json') {
      res.end(
        JSON.stringify({
          openapi: '3.1.0',
          info: { title: 'content', version: '1' },
          paths: { '/api/content/sites': {} },
          components: { schemas: {}, securitySchemes: {} },
        }),
      )
    } else res.end(`content ${req.url}`)
  })
  const web = await listen((req, res) => res.end(`web ${req.headers['x-pmq-site']} ${req.url}`))
  const free = await listen(() => undefined)
  servers.at(-1)?.close()

  const gateway = run({
    PORT: String(free),
    PUBLIC_URL: `http://localhost:${free}`,
    SITE_HOSTS: 'portal=localhost; heritage=patrimoine.localhost; scic=scic.localhost; produits=produits.localhost',
    SERVICE_URLS: `content=http://127.0.0.1:${content}; gone=http://127.0.0.1:1`,
    WEB_URL: `http://127.0.0.1:${web}`,
    KAFKA_BROKERS: '127.0.0.1:1',
    OIDC_ISSUER: 'http://127.0.0.1:1/realms/midi-quercy',
    OIDC_CLIENT_ID: 'gateway',
    OIDC_CLIENT_SECRET: 'secret',
    SESSION_SECRETS: 's'.repeat(32),
  })
  const log = text(gateway.stderr)
  const client = createTestClient(free)
  try {
    await eventually(async () => (await client.send('/health/live')).status === 200, { within: 20_000, every: 100 })
    assert.equal((await client.send('/api/content/sites?q=1')).body, 'content /api/content/sites?q=1')
    assert.equal((await client.send('/a', { host: 'scic.localhost' })).body, 'web scic /a')
    assert.equal((await client.send('/api/gone/x')).status, 503)
    const ready = await client.send('/health/ready')
    assert.equal(ready.status, 200)
    assert.deepEqual((ready.json() as { engines: unknown[] }).engines, [
      { name: 'documents', state: 'up' },
      { name: 'events', state: 'down' },
      { name: 'service gone', state: 'down' },
    ])
    const { paths } = (await client.send('/api/openapi.json')).json() as { paths: object }
    assert.ok('/api/content/sites' in paths)
  } finally {
    gateway.kill('SIGTERM')
  }
  const [code] = await once(gateway, 'exit')
  assert.equal(code, 0, await log)
})

test('alone, with settings that are wrong, the gateway says all of them and does not start', async () => {
  const gateway = run({ PORT: '0', SERVICE_URLS: 'content', SESSION_SECRETS: 'short' })
  const [log, [code]] = await Promise.all([text(gateway.stderr), once(gateway, 'exit')])
  assert.equal(code, 1)
  for (const name of ['PORT', 'SERVICE_URLS', 'SESSION_SECRETS', 'PUBLIC_URL', 'KAFKA_BROKERS', 'WEB_URL'])
    assert.match(log, new RegExp(name))
})
