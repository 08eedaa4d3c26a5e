import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startIdentity } from '@pmq/embedded/identity'
import { createTokenVerifier } from '@pmq/platform/auth'
import { loadConfig } from '@pmq/platform/config'
import { silentLog } from '@pmq/platform/log'
import { createBrowser } from '@pmq/testing/identity'
import { gatewayConfig } from '../config.ts'
import { createGateway } from '../gateway.ts'
import { createFakeBus, echo } from '../testing/start-gateway.ts'

let site: string
const closing: (() => unknown)[] = []

before(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-identity-'))
  closing.push(() => rm(dataDir, { recursive: true }))
  let app: RequestListener = (_req, res) => void res.destroy()
  const server = createServer((req, res) => app(req, res)).listen(0, 'localhost')
  await once(server, 'listening')
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = { clientId: 'gateway', clientSecret: 'secret', redirectUris: [`${site}/*`] }
  const identity = await startIdentity({ dataDir, port: 0, clients: [client] })
  closing.push(() => identity.close())
  const verifier = createTokenVerifier({ issuer: identity.issuer, audience: 'midi-quercy-api' })
  const gateway = await createGateway({
    config: loadConfig(gatewayConfig, {
      PUBLIC_URL: site,
      SITE_HOSTS: 'portal=localhost; heritage=patrimoine.localhost; scic=scic.localhost; produits=produits.localhost',
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      SESSION_SECRETS: 's'.repeat(32),
    }),
    log: silentLog(),
    bus: createFakeBus(),
    upstreams: { services: { content: { handle: echo } }, web: { handle: echo } },
    verifier,
    engines: async () => [],
    openapi: async () => [],
  })
  app = gateway.app
  closing.push(gateway.close, () => {
    server.closeAllConnections()
    server.close()
  })
})
after(async () => {
  for (const close of closing.reverse()) await close()
})

test('with the embedded provider an editor signs in, works and signs out, without one question too many', async () => {
  const browser = createBrowser({ stopBefore: 'nowhere:' })
  const login = await browser.open(`${site}/auth/sign-in?to=/admin/`)
  assert.match(login.url, /realms\/midi-quercy/)
  const arrived = await browser.submit(login, { username: 'editor', password: 'demo' })
  assert.equal(arrived.url, `${site}/admin/`)

  const me = JSON.parse((await browser.open(`${site}/auth/me`)).text) as { roles: string[]; csrf: string }
  assert.deepEqual(me.roles, ['editor'])
  const seen = JSON.parse((await browser.open(`${site}/api/content/articles`)).text) as {
    headers: Record<string, string>
  }
  assert.match(seen.headers.authorization ?? '', /^Bearer ey/)

  const form = { url: `${site}/admin/`, status: 200, text: '<form action="/auth/sign-out" method="post"></form>' }
  const left = await browser.submit(form, { csrf: me.csrf })
  assert.equal(left.url, `${site}/`, 'the provider asked nothing')
  assert.deepEqual(JSON.parse((await browser.open(`${site}/auth/me`)).text), { signedIn: false })
  const again = await browser.open(`${site}/auth/sign-in`)
  assert.match(again.text, /name="password"/, 'the provider’s own session is over too')
})
