import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { startGateway, type TestGateway } from '../testing/start-gateway.ts'

let gateway: TestGateway
beforeEach(async () => {
  gateway = await startGateway()
})
afterEach(() => gateway.close())

const html = { headers: { accept: 'text/html' } }

test('signing in asks the provider with a code challenge, a state and a nonce, in French', async () => {
  const answer = await gateway.client().send('/auth/sign-in?to=/admin/')
  assert.equal(answer.status, 302)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const { searchParams, origin } = new URL(answer.headers.location ?? '')
  assert.equal(origin, new URL(gateway.provider.issuer).origin)
  assert.equal(searchParams.get('response_type'), 'code')
  assert.equal(searchParams.get('redirect_uri'), `http://localhost:${gateway.port}/auth/callback`)
  assert.equal(searchParams.get('code_challenge_method'), 'S256')
  assert.equal(searchParams.get('ui_locales'), 'fr')
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((searchParams.get(name) ?? '').length >= 40, name)
})

test('the return address is a page of this site, whatever the link says', async () => {
  for (const [to, page] of [
    ['/admin/', '/admin/'],
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/%5Cevil.example', '/%5Cevil.example'],
  ]) {
    const browser = gateway.client()
    const begun = await browser.send(`/auth/sign-in?to=${encodeURIComponent(to ?? '')}`)
    const { searchParams } = new URL(begun.headers.location ?? '')
    const consent = await fetch(begun.headers.location ?? '', { redirect: 'manual' })
    const back = new URL(consent.headers.get('location') ?? '')
    assert.equal(back.searchParams.get('state'), searchParams.get('state'))
    const arrived = await browser.send(back.pathname + back.search)
    assert.deepEqual([arrived.status, arrived.headers.location], [303, page])
  }
})

test('a sign-in that this browser did not begin is refused, with a way to begin again', async () => {
  const attacker = gateway.client()
  const begun = await attacker.send('/auth/sign-in')
  const consent = await fetch(begun.headers.location ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(consent.headers.get('location') ?? '')
  const victim = gateway.client()
  const answer = await victim.send(pathname + search, html)
  assert.equal(answer.status, 400)
  assert.match(answer.body, /href="\/auth\/sign-in\?to=%2F"/)
  assert.equal(victim.cookies.size, 0)
})

test('a state that was changed, a code that is not good and an attempt used twice are refused', async () => {
  const browser = gateway.client()
  const begun = await browser.send('/auth/sign-in')
  const consent = await fetch(begun.headers.location ?? '', { redirect: 'manual' })
  const back = new URL(consent.headers.get('location') ?? '')
  const with_ = (name: string, value: string) => {
    const changed = new URL(back)
    changed.searchParams.set(name, value)
    return changed.pathname + changed.search
  }
  const cookies = new Map(browser.cookies)
  assert.equal((await browser.send(with_('state', 'x'), html)).status, 400)
  for (const [name, value] of cookies) browser.cookies.set(name, value)
  const refused = await browser.send(with_('code', 'x'), html)
  assert.equal(refused.status, 400)
  assert.match(refused.body, /refusée ou abandonnée/)
  const again = await browser.send(back.pathname + back.search, html)
  assert.equal(again.status, 400, 'the attempt was used')
  assert.equal([...browser.cookies.keys()].includes('pmq-session'), false)
})

test('somebody who gives up at the provider is told so', async () => {
  const browser = gateway.client()
  const begun = await browser.send('/auth/sign-in?to=/admin/')
  const state = new URL(begun.headers.location ?? '').searchParams.get('state')
  const answer = await browser.send(`/auth/callback?error=access_denied&state=${state}`, html)
  assert.equal(answer.status, 400)
  assert.match(answer.body, /href="\/auth\/sign-in\?to=%2Fadmin%2F"/)
})

test('two tabs may sign in at once', async () => {
  const browser = gateway.client()
  const first = await browser.send('/auth/sign-in?to=/first')
  await browser.follow('/auth/sign-in?to=/second')
  const consent = await fetch(first.headers.location ?? '', { redirect: 'manual' })
  const { pathname, search } = new URL(consent.headers.get('location') ?? '')
  assert.equal((await browser.send(pathname + search)).headers.location, '/first')
})

test('sign-ins that are never finished do not pile up in the browser', async () => {
  const browser = gateway.client()
  for (let i = 0; i < 12; i += 1) await browser.send('/auth/sign-in')
  assert.ok(browser.cookies.size <= 5, String(browser.cookies.size))
})

test('on another name of the portal, signing in begins at its public address', async () => {
  const answer = await gateway.client(`127.0.0.1:${gateway.port}`).send('/auth/sign-in?to=/admin/')
  assert.equal(answer.headers.location, `http://localhost:${gateway.port}/auth/sign-in?to=/admin/`)
})

test('the other sites know nothing of signing in', async () => {
  const heritage = gateway.client('patrimoine.localhost')
  for (const path of ['/auth/sign-in', '/auth/me', '/auth/callback']) {
    const seen = (await heritage.send(path)).json() as { url: string }
    assert.equal(seen.url, path, 'the web front answers, with its page for what does not exist')
  }
})

test('without the provider people are told so in French, and the public pages go on', async () => {
  await gateway.provider.down()
  const browser = gateway.client()
  const answer = await browser.send('/auth/sign-in', html)
  assert.equal(answer.status, 503)
  assert.match(answer.body, /lang="fr"/)
  assert.match(answer.body, /service de connexion ne répond pas/)
  assert.equal((await browser.send('/')).status, 200)
  assert.equal((await browser.send('/api/content/sites')).status, 200)
  await gateway.provider.up()
  assert.equal((await browser.send('/auth/sign-in')).status, 302, 'found again without a restart')
})

test('signing out ends the session here and at the provider, which needs no question', async () => {
  const browser = await gateway.signedIn()
  const answer = await browser.send('/auth/sign-out', {
    method: 'POST',
    headers: { accept: 'application/json', 'x-csrf-token': browser.csrf },
  })
  const { to } = answer.json() as { to: string }
  assert.ok(new URL(to).searchParams.get('id_token_hint'))
  assert.equal(new URL(to).searchParams.get('client_id'), 'gateway')
  assert.equal(browser.cookies.size, 0)
  assert.deepEqual((await browser.send('/auth/me')).json(), { signedIn: false })
})

test('another site cannot sign anybody out', async () => {
  const browser = await gateway.signedIn()
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  assert.equal((await browser.send('/auth/sign-out', form)).status, 403)
  assert.equal((await browser.send('/auth/sign-out', { ...form, body: 'csrf=x' })).status, 403)
  assert.equal(((await browser.send('/auth/me')).json() as { signedIn: boolean }).signedIn, true)
  const own = await browser.send('/auth/sign-out', { ...form, body: `csrf=${browser.csrf}` })
  assert.equal(own.status, 303)
})

test('without the provider one can still sign out here', async () => {
  const browser = await gateway.signedIn()
  const env = { method: 'POST', headers: { 'x-csrf-token': browser.csrf } }
  await gateway.provider.down()
  const answer = await browser.send('/auth/sign-out', env)
  assert.equal(answer.status, 303)
  assert.equal(browser.cookies.size, 0)
  await gateway.provider.up()
})

test('signing out when nobody is signed in leads home', async () => {
  const answer = await gateway.client().send('/auth/sign-out', { method: 'POST' })
  assert.deepEqual([answer.status, answer.headers.location], [303, '/'])
})

test('nobody is sent to a provider that has stopped answering: a page says so, and offers to try again', async () => {
  const browser = gateway.client()
  assert.equal((await browser.send('/auth/sign-in?to=/admin/', html)).status, 302)
  await gateway.provider.down()
  const answer = await browser.send('/auth/sign-in?to=/admin/', html)
  assert.equal(answer.status, 503)
  assert.ok(Number(answer.headers['retry-after']) > 0)
  assert.match(answer.body, /Le service de connexion ne répond pas/)
  assert.match(answer.body, /href="\/auth\/sign-in\?to=%2Fadmin%2F"/)
  await gateway.provider.up()
  assert.equal((await browser.send('/auth/sign-in?to=/admin/', html)).status, 302)
})
