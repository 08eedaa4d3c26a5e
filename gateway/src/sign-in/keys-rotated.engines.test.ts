import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type AdminApi, bootstrapKeycloak, createAdminApi } from '@pmq/infra/keycloak'
import { createTokenVerifier, type TokenVerifier } from '@pmq/platform/auth'
import { loadConfig } from '@pmq/platform/config'
import { silentLog } from '@pmq/platform/log'
import { engineAddress } from '@pmq/testing/engines'
import { eventually } from '@pmq/testing/eventually'
import { type Browser, createBrowser } from '@pmq/testing/identity'
import type { RequestHandler } from 'express'
import { decodeProtectedHeader } from 'jose'
import { gatewayConfig } from '../config.ts'
import { createGateway } from '../gateway.ts'
import { createFakeBus, echo } from '../testing/start-gateway.ts'

const realm = `test-${randomUUID()}`
const audience = 'midi-quercy-api'
const clientSecret = 'gateway-secret-of-test'
const closing: (() => unknown)[] = []
let site: string
let issuer: string
let api: AdminApi
let keyRequests = 0

/** A service behind the gateway, as far as tokens go: it verifies each by itself, and gives it back. */
const guardedBy =
  (verifier: TokenVerifier): RequestHandler =>
  async (req, res) => {
    const token = String(req.headers.authorization).replace('Bearer ', '')
    await verifier.verify(token).then(
      () => res.json({ token }),
      (error: { status?: number }) => res.status(error.status ?? 500).json({}),
    )
  }

before(async () => {
  const admin = {
    url: engineAddress('OIDC_ADMIN_URL'),
    user: engineAddress('OIDC_ADMIN_USER'),
    password: engineAddress('OIDC_ADMIN_PASSWORD'),
  }
  let app: RequestListener = (_req, res) => void res.destroy()
  const server = createServer((req, res) => app(req, res)).listen(0, 'localhost')
  await once(server, 'listening')
  site = `http://localhost:${(server.address() as AddressInfo).port}`
  issuer = `${admin.url}/realms/${realm}`
  api = createAdminApi(admin)
  const env = { OIDC_CLIENT_SECRET: clientSecret, OPERATOR_CLIENT_SECRET: 'operator-secret-of-test', PUBLIC_URL: site }
  closing.push(() => api.remove(`/${realm}`))
  await bootstrapKeycloak({ ...admin, env, realm, demo: true })
  // The gateway renews a token that has less than 30 s to live: so it does every three seconds.
  await api.put(`/${realm}`, { accessTokenLifespan: 33 })

  const counting: typeof fetch = (...request) => {
    if (String(request[0]).endsWith('/certs')) keyRequests++
    return fetch(...request)
  }
  /** The broken variant: keeps the keys that it saw first. */
  const answers = new Map<string, string>()
  const neverAgain: typeof fetch = async (address) => {
    const known = answers.get(String(address)) ?? (await (await fetch(address)).text())
    answers.set(String(address), known)
    return new Response(known)
  }
  const verifier = createTokenVerifier({ issuer, audience, fetch: counting })
  const forgetful = createTokenVerifier({ issuer, audience, fetch: neverAgain })
  const gateway = await createGateway({
    config: loadConfig(gatewayConfig, {
      PUBLIC_URL: site,
      SITE_HOSTS: 'portal=localhost; heritage=patrimoine.localhost; scic=scic.localhost; produits=produits.localhost',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'gateway',
      OIDC_CLIENT_SECRET: clientSecret,
      SESSION_SECRETS: 's'.repeat(32),
    }),
    log: silentLog(),
    bus: createFakeBus(),
    upstreams: {
      services: { content: { handle: guardedBy(verifier) }, broken: { handle: guardedBy(forgetful) } },
      web: { handle: echo },
    },
    verifier: createTokenVerifier({ issuer, audience }),
    engines: async () => [],
    openapi: async () => [],
  })
  app = gateway.app
  closing.push(
    () => gateway.close(),
    () => {
      server.closeAllConnections()
      server.close()
    },
  )
})
after(async () => {
  for (const close of closing.reverse()) await close()
})

async function signIn(username: string): Promise<Browser> {
  const browser = createBrowser({ stopBefore: 'nowhere:' })
  const form = await browser.open(`${site}/auth/sign-in?to=/`)
  const back = await browser.submit(form, { username, password: 'demo' }, 'type="password"')
  assert.ok(back.url.startsWith(site), back.url)
  return browser
}

const rsaKey = (priority: number, state: 'on' | 'off') => ({
  providerId: 'rsa-generated',
  providerType: 'org.keycloak.keys.KeyProvider',
  config: {
    priority: [String(priority)],
    enabled: [String(state === 'on')],
    active: [String(state === 'on')],
    algorithm: ['RS256'],
    keySize: ['2048'],
  },
})
type KeyProvider = ReturnType<typeof rsaKey> & { id: string; name: string; parentId: string }

test('signing keys change while people work: nobody is signed out, nothing fails', { timeout: 180_000 }, async (t) => {
  const browsers = await Promise.all(['editor', 'moderator', 'contributor'].map(signIn))
  const statuses = new Map<number, number>()
  const brokenStatuses = new Set<number>()
  const tokens: string[] = browsers.map(() => '')
  const over = new AbortController()
  t.after(() => over.abort())
  const work = async (browser: Browser, index: number) => {
    while (!over.signal.aborted) {
      const answer = await browser.open(`${site}/api/content/anything`)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status === 200) tokens[index] = JSON.parse(answer.text).token
      brokenStatuses.add((await browser.open(`${site}/api/broken/anything`)).status)
      const me = JSON.parse((await browser.open(`${site}/auth/me`)).text)
      assert.equal(me.signedIn, true)
      await new Promise((resolve) => setTimeout(resolve, 50)) // a person does not click faster
    }
  }
  const working = Promise.all(browsers.map(work))
  working.catch(() => over.abort())
  const keys = () => new Set(tokens.map((token) => (token ? decodeProtectedHeader(token).kid : '')))
  const fresh = () => createTokenVerifier({ issuer, audience }) // a service that starts now

  await eventually(() => !keys().has(''), { within: 60_000 })
  const [oldToken = ''] = tokens
  const oldKeys = keys()
  assert.equal(oldKeys.size, 1)
  const { id: parentId } = await api.get<{ id: string }>(`/${realm}`)
  const providers = await api.get<KeyProvider[]>(`/${realm}/components?type=org.keycloak.keys.KeyProvider`)
  const [old] = providers.filter(({ providerId }) => providerId === 'rsa-generated')
  assert.ok(old)

  await api.post(`/${realm}/components`, { name: 'next', parentId, ...rsaKey(200, 'on') })
  await eventually(() => keys().size === 1 && keys().isDisjointFrom(oldKeys), { within: 60_000 })
  await fresh().verify(oldToken) // its key is still in the list
  assert.ok(brokenStatuses.has(401), 'the harness sees a service that does not look for new keys')

  await api.put(`/${realm}/components/${old.id}`, { ...old, ...rsaKey(100, 'off') })
  await assert.rejects(fresh().verify(oldToken), { code: 'auth.token-invalid' })
  const [renewedAfter] = tokens
  await eventually(() => tokens[0] !== renewedAfter, { within: 60_000 })
  await fresh().verify(tokens[0] ?? '')

  over.abort()
  await working
  assert.deepEqual([...statuses.keys()], [200], JSON.stringify([...statuses]))
  assert.ok(keyRequests <= 2, `${keyRequests} requests for keys, of one at the start and one for the new key`)
})
