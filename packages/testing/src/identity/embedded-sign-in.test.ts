import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { demoUsers, type RunningIdentity, startIdentity } from '@pmq/embedded/identity'
import { createTokenVerifier, hasRole } from '@pmq/platform/auth'
import { decodeJwt } from 'jose'
import { createBrowser, type Page } from './browser.ts'
import { embeddedClient } from './embedded-client.ts'
import { createRelyingParty, type RelyingParty } from './relying-party.ts'

const service = {
  clientId: 'service-content',
  clientSecret: 'service-demo-secret',
  serviceAccountRoles: ['viewer'] as const,
}

describe('signing in at the embedded provider', { timeout: 60_000 }, () => {
  let dataDir: string
  let identity: RunningIdentity
  let party: RelyingParty
  const serverErrors: string[] = []

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'identity-'))
    identity = await startIdentity({
      dataDir,
      port: 0,
      clients: [embeddedClient, service],
      accessTokenSeconds: 120,
      onServerError: ({ message }) => serverErrors.push(message),
    })
    party = await createRelyingParty({ ...embeddedClient, issuer: identity.issuer })
  })
  after(async () => {
    await identity.close()
    await rm(dataDir, { recursive: true })
    assert.deepEqual(serverErrors, [])
  })

  const newBrowser = () => createBrowser({ stopBefore: 'http://localhost:8080/' })
  const arrive = async (browser = newBrowser(), extra?: Record<string, string>) => {
    const { url, checks } = await party.begin(extra)
    return { browser, checks, page: await browser.open(url) }
  }
  const submit = (browser: ReturnType<typeof newBrowser>, page: Page, username: string, password = 'demo') =>
    browser.submit(page, { username, password }, 'type="password"')

  test('each demo account signs in with "demo", by name or by e-mail, and has the role of its name', async () => {
    const verifier = createTokenVerifier({ issuer: identity.issuer, audience: 'midi-quercy-api' })
    for (const [index, user] of demoUsers.entries()) {
      const { browser, page, checks } = await arrive()
      const back = await submit(browser, page, index % 2 === 0 ? user.username : user.email.toUpperCase())
      const { access_token } = await party.finish(back.url, checks)
      const found = await verifier.verify(access_token)
      assert.equal(found.subject, user.id)
      assert.deepEqual(found.roles, [user.username])
    }
  })

  test('an access token lives as long as was asked for', async () => {
    const { browser, page, checks } = await arrive()
    const tokens = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const { iat = 0, exp = 0 } = decodeJwt(tokens.access_token)
    assert.equal(exp - iat, 120)
    assert.equal(tokens.expires_in, 120)
  })

  test('a client with a service account gets a token of its own, with the roles it was given', async () => {
    const token = async (clientId: string, clientSecret: string) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
      })
      return fetch(`${identity.issuer}/protocol/openid-connect/token`, { method: 'POST', body })
    }
    const answer = await token(service.clientId, service.clientSecret)
    assert.equal(answer.status, 200)
    const { access_token } = (await answer.json()) as { access_token: string }
    const verifier = createTokenVerifier({ issuer: identity.issuer, audience: 'midi-quercy-api' })
    const account = await verifier.verify(access_token)
    assert.equal(account.username, 'service-account-service-content')
    assert.ok(hasRole(account, 'viewer') && !hasRole(account, 'editor'))
    assert.equal((await token(service.clientId, 'wrong')).status, 401)
    assert.equal((await token(embeddedClient.clientId, embeddedClient.clientSecret)).status, 400)
  })

  test('after ten wrong passwords an account waits, from this address, and the page says how long', async () => {
    const { browser, page } = await arrive()
    let shown = page
    for (let i = 0; i < 10; i++) {
      shown = await submit(browser, shown, 'moderator', `wrong ${i}`)
      assert.equal(shown.status, 422)
    }
    const waiting = await submit(browser, shown, 'Moderator')
    assert.equal(waiting.status, 429)
    assert.match(waiting.text, /Patientez 5 minutes/)
    const other = await submit(browser, waiting, 'committee')
    assert.equal(other.status, 0, 'another account is not held back')
  })

  test('an empty form says what is missing, and nothing that was typed becomes markup', async () => {
    const { browser, page } = await arrive()
    const empty = await submit(browser, page, '', '')
    assert.equal(empty.status, 422)
    assert.match(empty.text, /Le formulaire est vide\./)
    const hostile = await submit(browser, empty, '"><script>alert(1)</script>', '')
    assert.match(hostile.text, /Il manque le mot de passe\./)
    assert.ok(hostile.text.includes('value="&quot;&gt;&lt;script&gt;'))
    assert.ok(!hostile.text.includes('<script'))
  })

  test('a hint, or a demo account chosen on the page, fills in the name', async () => {
    const { browser, page } = await arrive(undefined, { login_hint: 'partner' })
    assert.match(page.text, /name="username"[^>]*value="partner"/)
    const link = /href="([^"]*\?compte=treasurer)"/.exec(page.text)?.[1] ?? ''
    const chosen = await browser.open(new URL(link, page.url).href)
    assert.match(chosen.text, /name="username"[^>]*value="treasurer"/)
  })

  test('pages have no script, forbid them, and cannot be framed', async () => {
    const { page } = await arrive()
    assert.ok(!/<script|javascript:|\son\w+=/i.test(page.text))
    const answer = await fetch(`${identity.issuer}/protocol/openid-connect/logout/success`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.match(policy, /form-action 'self' http:\/\/localhost:8080/)
    const styles = await fetch(`${identity.issuer}/resources/pages.css`)
    assert.equal(styles.headers.get('content-type'), 'text/css; charset=utf-8')
  })

  test('pages bring their own print and fonts, and nothing else from that folder', async () => {
    const typeOf = async (file: string) => {
      const answer = await fetch(`${identity.issuer}/resources/${file}`)
      await answer.arrayBuffer()
      return answer.ok ? answer.headers.get('content-type') : answer.status
    }
    assert.equal(await typeOf('hero.svg'), 'image/svg+xml')
    assert.equal(await typeOf('bricolage-grotesque.woff2'), 'font/woff2')
    assert.equal(await typeOf('atkinson-hyperlegible-next.woff2'), 'font/woff2')
    assert.equal(await typeOf('LICENSE-bricolage-grotesque.txt'), 404)
    assert.equal(await typeOf('../pages.css'), 404)
  })

  test('when somebody else signs in on the same browser, the first one’s session ends', async () => {
    const { browser, page, checks } = await arrive()
    const first = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const again = await arrive(browser, { prompt: 'login' })
    const back = await submit(browser, again.page, 'partner')
    const second = await party.finish(back.url, again.checks)
    assert.equal(decodeJwt(second.access_token).preferred_username, 'partner')
    await assert.rejects(party.refresh(first.refresh_token ?? ''))
    await party.refresh(second.refresh_token ?? '')
  })

  test('two windows of one browser share the session without ending each other’s tokens', async () => {
    const { browser, page, checks } = await arrive()
    const first = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const other = await arrive(browser)
    const second = await party.finish(other.page.url, other.checks)
    assert.equal(decodeJwt(first.access_token).sid, decodeJwt(second.access_token).sid)
    await party.refresh(first.refresh_token ?? '')
    await party.refresh(second.refresh_token ?? '')
  })

  test('of several requests that come together with one refresh token, one at most is answered, and the session ends', async () => {
    const { browser, page, checks } = await arrive()
    const { refresh_token = '' } = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const answers = await Promise.allSettled(Array.from({ length: 5 }, () => party.refresh(refresh_token)))
    const answered = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    assert.ok(answered.length <= 1)
    for (const { refresh_token: next = '' } of answered) await assert.rejects(party.refresh(next))
  })

  test('userinfo says nothing more once the session is ended', async () => {
    const { browser, page, checks } = await arrive()
    const { access_token, id_token = '' } = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const subject = decodeJwt(access_token).sub ?? ''
    await party.userinfo(access_token, subject)
    await browser.open(party.endSessionUrl({ id_token_hint: id_token }))
    await assert.rejects(party.userinfo(access_token, subject))
  })

  test('an ID token ends its session even from a browser that has lost its cookies', async () => {
    const { browser, page, checks } = await arrive()
    const tokens = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const url = party.endSessionUrl({
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: embeddedClient.postLogoutRedirectUri,
    })
    assert.equal((await newBrowser().open(url)).url, embeddedClient.postLogoutRedirectUri)
    await assert.rejects(party.refresh(tokens.refresh_token ?? ''))
  })

  test('the ID token of another session does not sign anybody out unasked', async () => {
    const one = await arrive()
    const stranger = await party.finish((await submit(one.browser, one.page, 'partner')).url, one.checks)
    const { browser, page, checks } = await arrive()
    const { refresh_token = '' } = await party.finish((await submit(browser, page, 'editor')).url, checks)
    const question = await browser.open(party.endSessionUrl({ id_token_hint: stranger.id_token ?? '' }))
    assert.match(question.text, /Se déconnecter/)
    await party.refresh(refresh_token)
  })

  test('a sign-in page that was used or made up is explained in French', async () => {
    const { browser, page } = await arrive()
    await submit(browser, page, 'editor')
    for (const url of [page.url, `${identity.issuer}/login-actions/authenticate/nothing`]) {
      const shown = await browser.open(url)
      assert.equal(shown.status, 400)
      assert.match(shown.text, /Cette page n’est plus valable/)
    }
  })

  test('what goes wrong is a page in French for a person and JSON for a program, without a stack', async () => {
    const unknown = { redirect_uri: 'http://localhost:8080/x', client_id: 'nobody' }
    const cases: [url: string, status: number, words: RegExp][] = [
      [`${identity.issuer}/protocol/openid-connect/auth?${new URLSearchParams(unknown)}`, 400, /Application inconnue/],
      [(await party.begin({ redirect_uri: 'https://example.org/' })).url, 400, /Adresse de retour inconnue/],
      [`${identity.issuer}/nothing/here`, 404, /Page introuvable/],
      [new URL('/', identity.issuer).href, 404, /Page introuvable/],
      [new URL('/protocol/openid-connect/certs', identity.issuer).href, 404, /Page introuvable/],
      [`${identity.issuer}/protocol/openid-connect/logout?id_token_hint=rubbish`, 400, /Demande incomprise/],
    ]
    for (const [url, status, words] of cases) {
      const page = await fetch(url, { headers: { accept: 'text/html' } })
      const text = await page.text()
      assert.equal(page.status, status, url)
      assert.match(text, words)
      assert.ok(!/ at |node_modules|\.ts:/.test(text), text)
    }
    const json = await fetch(`${identity.issuer}/nothing`, { headers: { accept: 'application/json' } })
    assert.deepEqual(await json.json(), { error: 'not_found' })
  })

  test('a form that is far too long is refused', async () => {
    const { browser, page } = await arrive()
    const shown = await submit(browser, page, 'editor', 'x'.repeat(100_000))
    assert.equal(shown.status, 413)
  })

  test('addresses do not follow the Host header', async () => {
    const { port } = new URL(identity.issuer)
    const answer = await fetch(`http://127.0.0.1:${port}/realms/midi-quercy/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'example.org', 'x-forwarded-proto': 'https' },
    })
    const { token_endpoint } = (await answer.json()) as { token_endpoint: string }
    assert.equal(token_endpoint, `${identity.issuer}/protocol/openid-connect/token`)
  })
})
