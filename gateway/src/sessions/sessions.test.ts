import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { secrets, startGateway, type TestGateway, type TestGatewayOptions } from '../testing/start-gateway.ts'
import { createTestClient, type TestClient } from '../testing/test-client.ts'

const open: TestGateway[] = []
afterEach(async () => {
  for (const gateway of open.splice(0).reverse()) await gateway.close()
})
async function start(options?: TestGatewayOptions) {
  const gateway = await startGateway(options)
  open.push(gateway)
  return gateway
}

/** A gateway whose clock the test moves. */
async function setUp(env: Record<string, string> = {}) {
  let now = Date.now()
  const clock = () => new Date(now)
  const gateway = await start({ clock, env })
  const wait = (seconds: number) => {
    now += seconds * 1_000
  }
  return { gateway, clock, wait }
}
const post = (csrf: string | undefined, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }), ...headers },
})
const api = '/api/content/articles'
const bearerOf = async (client: TestClient) =>
  ((await client.send(api)).json() as { headers: Record<string, string> }).headers.authorization

test('the session travels with the API request as a bearer token, the cookie does not', async () => {
  const { gateway } = await setUp()
  const browser = await gateway.signedIn()
  const { headers } = (await browser.send(api)).json() as { headers: Record<string, string> }
  assert.match(headers.authorization ?? '', /^Bearer ey/)
  assert.equal(headers.cookie, undefined)
})

test('no session, no token: the services decide what is public', async () => {
  const { gateway } = await setUp()
  assert.equal(await bearerOf(gateway.client()), undefined)
})

test('a request with its own token goes on as it is, and the cookie is not looked at', async () => {
  const { gateway } = await setUp()
  const browser = await gateway.signedIn()
  const answer = await browser.send(api, { method: 'POST', headers: { authorization: 'Bearer own' } })
  const { headers } = answer.json() as { headers: Record<string, string> }
  assert.equal(headers.authorization, 'Bearer own')
  assert.equal(headers.cookie, undefined)
})

test('a change asked for with the cookie needs the token of the session', async () => {
  const { gateway } = await setUp()
  const [browser, other] = [await gateway.signedIn(), await gateway.signedIn()]
  for (const csrf of [undefined, '', 'x', other.csrf]) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await browser.send(api, { ...post(csrf), method })
      assert.deepEqual([answer.status, (answer.json() as { code: string }).code], [403, 'csrf.refused'])
    }
  }
  assert.equal((await browser.send(api, post(browser.csrf))).status, 200)
})

test('a change asked for by another site is refused even with the token', async () => {
  const { gateway } = await setUp()
  const browser = await gateway.signedIn()
  const own = { origin: `http://localhost:${gateway.port}`, 'sec-fetch-site': 'same-origin' }
  assert.equal((await browser.send(api, post(browser.csrf, own))).status, 200)
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: `http://patrimoine.localhost:${gateway.port}` },
  ])
    assert.equal((await browser.send(api, post(browser.csrf, headers))).status, 403, JSON.stringify(headers))
})

test('an access token with less than 30 seconds left is renewed before it is used', async () => {
  const { gateway, wait } = await setUp()
  const browser = await gateway.signedIn()
  const first = await bearerOf(browser)
  wait(269)
  assert.equal(await bearerOf(browser), first)
  wait(2)
  const second = await bearerOf(browser)
  assert.notEqual(second, first)
  assert.equal(await bearerOf(browser), second, 'the browser has the new cookie')
  assert.equal(gateway.provider.renewals, 1)
})

test('requests that come at once use the refresh token once, as a second use would end the session', async () => {
  const { gateway, wait } = await setUp()
  const browser = await gateway.signedIn()
  wait(290)
  const before = new Map(browser.cookies)
  const answers = await Promise.all(Array.from({ length: 8 }, () => createWith(gateway, before).send(api)))
  for (const { status } of answers) assert.equal(status, 200)
  wait(20)
  assert.equal((await createWith(gateway, before).send(api)).status, 200, 'a late one, still with the old cookie')
  assert.deepEqual([gateway.provider.renewals, gateway.provider.reuses], [1, 0])
})

const createWith = (gateway: TestGateway, cookies: Map<string, string>): TestClient => {
  const client = createTestClient(gateway.port)
  for (const [name, value] of cookies) client.cookies.set(name, value)
  return client
}

test('when the provider has ended the session it ends here too: 401, and no cookies are left', async () => {
  const { gateway, wait } = await setUp()
  const browser = await gateway.signedIn()
  gateway.provider.endAllSessions()
  wait(290)
  const answer = await browser.send(api)
  assert.deepEqual([answer.status, (answer.json() as { code: string }).code], [401, 'auth.token-expired'])
  assert.equal(browser.cookies.size, 0)
  assert.deepEqual((await browser.send('/auth/me')).json(), { signedIn: false })
  assert.equal((await browser.send(api)).status, 200, 'from now on a visitor like any other')
})

test('when the provider does not answer, a token is used to its end; then 503, and nobody is signed out', async () => {
  const { gateway, wait } = await setUp()
  const browser = await gateway.signedIn()
  await gateway.provider.down()
  wait(285)
  assert.equal((await browser.send(api)).status, 200)
  wait(20)
  const answer = await browser.send(api)
  assert.deepEqual([answer.status, (answer.json() as { code: string }).code], [503, 'auth.provider-unavailable'])
  await gateway.provider.up()
  assert.equal((await browser.send(api)).status, 200)
})

test('a session is over after ten hours, however often it was renewed', async () => {
  const { gateway, wait } = await setUp()
  const browser = await gateway.signedIn()
  for (let minutes = 0; minutes < 10 * 60 - 5; minutes += 4) {
    wait(240)
    assert.equal((await browser.send(api)).status, 200)
  }
  wait(600)
  assert.equal((await browser.send(api)).status, 401)
})

test('a session sealed by an older secret goes on and is sealed anew; without that secret it is over', async () => {
  const { gateway, clock } = await setUp({ SESSION_SECRETS: secrets.old })
  const browser = await gateway.signedIn()
  const rotated = await start({
    clock,
    provider: gateway.provider,
    env: { SESSION_SECRETS: `${secrets.new},${secrets.old}` },
  })
  const moved = createWith(rotated, browser.cookies)
  assert.equal((await moved.send(api)).status, 200)
  assert.notEqual(moved.cookies.get('pmq-session'), browser.cookies.get('pmq-session'))
  assert.equal((await moved.send(api, post(browser.csrf))).status, 200, 'the CSRF token of before still holds')

  const later = await start({ clock, provider: gateway.provider, env: { SESSION_SECRETS: secrets.new } })
  assert.equal((await createWith(later, moved.cookies).send(api)).status, 200)
  assert.equal((await createWith(later, browser.cookies).send(api)).status, 401)
})

test('a forged or damaged cookie is no session', async () => {
  const { gateway } = await setUp()
  const browser = await gateway.signedIn()
  const good = browser.cookies.get('pmq-session') ?? ''
  const forged = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')
  for (const value of [`${good.slice(0, -6)}AAAAAA`, `1~${forged}..AAAA.AAAA.AAAA`, '1~x', good.replace('1~', '2~')]) {
    const client = createWith(gateway, new Map([['pmq-session', value]]))
    const answer = await client.send(api)
    assert.ok(
      answer.status === 401 ||
        (answer.json() as { headers: Record<string, string> }).headers.authorization === undefined,
    )
    assert.deepEqual((await createWith(gateway, new Map([['pmq-session', value]])).send('/auth/me')).json(), {
      signedIn: false,
    })
  }
})

test('a token as long as Keycloak’s with all roles fits in one cookie; a much longer one travels in several', async () => {
  const { gateway } = await setUp()
  gateway.provider.person.roles = [
    'admin',
    'editor',
    'moderator',
    'committee',
    'contributor',
    'partner',
    'treasurer',
    'viewer',
    'otp-required',
    'offline_access',
    'uma_authorization',
    'default-roles-midi-quercy',
  ]
  gateway.provider.moreClaims = {
    acr: '1',
    'allowed-origins': ['https://portail.midi-quercy.example'],
    scope: 'openid profile email',
    email_verified: true,
    email: 'camille.demo@midi-quercy.example',
    given_name: 'Camille',
    family_name: 'Démo',
    auth_time: 1_700_000_000,
    resource_access: { account: { roles: ['manage-account', 'manage-account-links', 'view-profile'] } },
  }
  const browser = await gateway.signedIn()
  assert.equal([...browser.cookies.keys()].filter((name) => name.startsWith('pmq-session')).length, 1)
  const size = (browser.cookies.get('pmq-session') ?? '').length
  assert.ok(size > 1_500 && size < 3_500, `${size} bytes`)

  gateway.provider.moreClaims = { noise: Array.from({ length: 150 }, () => crypto.randomUUID()) }
  const long = await gateway.signedIn()
  assert.ok(long.cookies.has('pmq-session.1'))
  assert.match((await bearerOf(long)) ?? '', /^Bearer ey/)
})

test('over https the cookies say so', async () => {
  const gateway = await start({ env: { PUBLIC_URL: 'https://localhost' } })
  const answer = await gateway.client('localhost').send('/auth/sign-in')
  const [cookie = ''] = answer.headers['set-cookie'] ?? []
  assert.match(cookie, /^__Host-pmq-signin-/)
  assert.match(cookie, /; Secure/)
  assert.match(cookie, /; HttpOnly/)
  assert.match(cookie, /; SameSite=Lax/)
  assert.match(String(answer.headers['strict-transport-security']), /max-age=63072000/)
})

test('a session whose token no service accepts is over as soon as a page asks who is there', async () => {
  const { gateway } = await setUp()
  gateway.provider.moreClaims = { aud: 'another' }
  const browser = gateway.client()
  await browser.follow('/auth/sign-in')
  assert.ok(browser.cookies.has('pmq-session'))
  assert.deepEqual((await browser.send('/auth/me')).json(), { signedIn: false })
  assert.equal(browser.cookies.size, 0)
})
