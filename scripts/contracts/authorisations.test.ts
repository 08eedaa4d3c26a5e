import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { content } from '@pmq/content'
import { createGateway, gatewayConfig, gatewayDocument, hardenServer, serverOptions } from '@pmq/gateway'
import { search } from '@pmq/gateway/search'
import { createTokenVerifier, type TokenVerifier } from '@pmq/platform/auth'
import { loadConfig } from '@pmq/platform/config'
import { anyone, httpFetch, type Idempotency, inProcessFetch, type Route, serveRoutes } from '@pmq/platform/http'
import { silentLog } from '@pmq/platform/log'
import { describeService } from '@pmq/platform/service'
import { parseTable, playMatrix, withHollowHandlers } from '@pmq/testing/access'
import { createTestIssuer } from '@pmq/testing/identity'
import { Router } from 'express'
import { linesOf, linesOfDocument } from './write-authorisations.ts'

const table = parseTable(readFileSync(fileURLToPath(new URL('../../docs/authorisations.md', import.meta.url)), 'utf8'))
const services = await Promise.all([content, search].map(describeService))
const provider = await createTestIssuer()
after(() => provider.close())

/** What a token says of itself, verified or not. */
const claimsOf = (token: string): { aud?: string | string[]; typ?: string } => {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return {}
  }
}

type Verifier = Pick<TokenVerifier, 'verify'>
const verifierOf = (audience = provider.audience) => createTokenVerifier({ issuer: provider.issuer, audience })

/** No key was ever seen before. */
const noMemory: Idempotency = {
  begin: async () => undefined,
  complete: async () => undefined,
  abandon: async () => undefined,
  abandonAll: async () => undefined,
  forgetBefore: async () => 0,
}
const served = (name: string, routes: readonly Route[], verifier: Verifier) =>
  serveRoutes(withHollowHandlers(routes), { service: name, verifier, idempotency: noMemory, log: silentLog() })

const playService = ({ name, routes }: { name: string; routes: Route[] }, verifier: Verifier = verifierOf()) => {
  const api = Router().use(`/api/${name}`, served(name, routes, verifier))
  const names = linesOf({ name, routes }).map(({ route }) => route)
  return playMatrix({ ask: inProcessFetch(api), provider, table, routes: names })
}

for (const service of services) {
  test(`${service.name}: every route is open to whom the table says, and to nobody with a forged token`, async () => {
    const { asked, findings } = await playService(service)
    assert.deepEqual(findings, [])
    assert.ok(asked >= service.routes.length * 40, `${asked} requests`)
  })
}

test('through the gateway it is the same, and so are its own routes', async () => {
  const verifier = verifierOf()
  let app: RequestListener = (_req, res) => void res.destroy()
  const server = hardenServer(createServer(serverOptions, (req, res) => app(req, res))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const gateway = await createGateway({
    config: loadConfig(gatewayConfig, {
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SITE_HOSTS: 'portal=127.0.0.1; heritage=h.example; scic=s.example; produits=p.example',
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'gateway',
      OIDC_CLIENT_SECRET: 'secret',
      SESSION_SECRETS: 's'.repeat(32),
      RATE_API_READS: '1000000',
      RATE_API_WRITES: '1000000',
    }),
    log: silentLog(),
    bus: { tail: async () => ({ stop: async () => undefined }), check: async () => undefined },
    upstreams: {
      services: Object.fromEntries(
        services.map(({ name, routes }) => [name, { handle: served(name, routes, verifier) }]),
      ),
      web: { handle: (_req, res) => void res.end() },
    },
    verifier,
    engines: async () => [],
    openapi: async () => [],
  })
  app = gateway.app
  const lines = [...services.flatMap(linesOf), ...linesOfDocument(gatewayDocument)]
  try {
    const routes = lines.map(({ route }) => route)
    const { findings } = await playMatrix({ ask: httpFetch(`http://127.0.0.1:${port}`), provider, table, routes })
    assert.deepEqual(findings, [])
    assert.deepEqual(new Set(table.keys()), new Set(routes), 'the table lists what is served, and nothing else')
  } finally {
    server.close()
    server.closeAllConnections()
    await gateway.close()
  }
})

test('what changes something is open to nobody who has not signed in', () => {
  const open = [...table].filter(
    ([route, who]) => !route.startsWith('GET ') && (who.has('nobody') || who.has('signed-in')),
  )
  assert.deepEqual(open, [])
})

const [articles] = services.filter(({ name }) => name === 'content')
assert.ok(articles)

test('a route that is open to anyone by mistake is found', async () => {
  const route = 'PUT /articles/{id}'
  const mistaken = articles.routes.map((one) =>
    `${one.method} ${one.path}` === route ? { ...one, spec: { ...one.spec, allow: anyone } } : one,
  )
  const { findings } = await playService({ name: 'content', routes: mistaken })
  assert.deepEqual(new Set(findings.map((finding) => finding.route)), new Set(['PUT /api/content/articles/{id}']))
  for (const who of ['nobody', 'signed-in', 'partner', 'viewer'])
    assert.ok(
      findings.some((finding) => finding.who === who),
      who,
    )
})

test('a route that nobody reviewed is found', async () => {
  const [first] = articles.routes
  assert.ok(first)
  const { findings } = await playService({ name: 'content', routes: [{ ...first, path: '/new' }] })
  assert.ok(findings.some(({ who }) => who === 'the table'))
})

const oneRoute = { name: 'content', routes: articles.routes.filter(({ path }) => path === '/articles') }
const forgeriesFound = async (verifier: Verifier) =>
  new Set((await playService(oneRoute, verifier)).findings.map(({ who }) => who))

test('a verifier that does not look at the audience is found', async () => {
  const careless: Verifier = {
    verify: (token) => verifierOf([claimsOf(token).aud].flat()[0] ?? provider.audience).verify(token),
  }
  assert.ok((await forgeriesFound(careless)).has('another audience'))
})

test('a verifier that believes unsigned tokens is found', async () => {
  const good = verifierOf()
  const gullible: Verifier = {
    verify: (token) =>
      token.endsWith('.')
        ? Promise.resolve({ subject: 'x', name: 'x', username: 'x', roles: ['admin'] })
        : good.verify(token),
  }
  const found = await forgeriesFound(gullible)
  assert.ok(found.has('alg none') && found.has('no signature'))
})

test('a verifier that takes an ID token for an access token is found', async () => {
  const good = verifierOf()
  const hasty: Verifier = {
    verify: (token) =>
      good.verify(token).catch((error) => {
        if (claimsOf(token).typ !== 'ID') throw error
        return { subject: 'x', name: 'x', username: 'x', roles: ['admin'] }
      }),
  }
  assert.deepEqual(await forgeriesFound(hasty), new Set(['an ID token']))
})
