import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTokenVerifier, hasRole, type Role, TokenRefused } from '@pmq/platform/auth'
import { decodeJwt, type JWTPayload } from 'jose'
import { ResponseBodyError } from 'openid-client'
import { type Browser, createBrowser, type Page } from './browser.ts'
import { createRelyingParty, type RelyingParty, type RelyingPartySettings } from './relying-party.ts'

/** A provider at work, with a client and a user of its realm. */
export type IdentityEngine = RelyingPartySettings & {
  /** Allowed after signing out. */
  postLogoutRedirectUri: string
  audience: string
  user: { username: string; password: string; role: Role }
  stop(): Promise<void>
}

export type IdentityContractOptions = {
  start(): Promise<IdentityEngine>
  /** Fills the sign-in page; by default the first form with a password, which suits Keycloak and the embedded engine. */
  signIn?: (browser: Browser, page: Page, user: IdentityEngine['user']) => Promise<Page>
  /**
   * A refresh token that comes a second time: the embedded provider, which knows one gateway, takes it for stolen. Our
   * Keycloak realm allows it, as several gateways may renew one session side by side (gateway/README.md says why that is safe).
   */
  secondRefresh?: 'ends the session' | 'is allowed'
}

const fillSignInForm: NonNullable<IdentityContractOptions['signIn']> = (browser, page, { username, password }) =>
  browser.submit(page, { username, password }, 'type="password"')

const isInvalidGrant = (error: unknown) => error instanceof ResponseBodyError && error.error === 'invalid_grant'

/** What we rely on in an OpenID provider. Everything that plays this role passes it: Keycloak, the embedded engine. */
export function identityContract(name: string, options: IdentityContractOptions): void {
  const { start, signIn = fillSignInForm, secondRefresh = 'ends the session' } = options
  describe(`identity provider: ${name}`, { timeout: 120_000 }, () => {
    let engine: IdentityEngine
    let party: RelyingParty

    before(async () => {
      engine = await start()
      party = await createRelyingParty(engine)
    })
    after(() => engine.stop())

    const newBrowser = () => createBrowser({ stopBefore: new URL('/', engine.redirectUri).href })
    const arrive = async (browser: Browser, extra?: Record<string, string>) => {
      const { url, checks } = await party.begin(extra)
      return { page: await browser.open(url), checks }
    }
    const signedIn = async (browser = newBrowser()) => {
      const { page, checks } = await arrive(browser)
      const back = await signIn(browser, page, engine.user)
      const tokens = await party.finish(back.url, checks)
      assert.ok(tokens.refresh_token && tokens.id_token, 'a refresh token and an ID token come with the access token')
      return { browser, back, checks, ...tokens, refresh_token: tokens.refresh_token, id_token: tokens.id_token }
    }
    const rolesOf = (claims: JWTPayload) => (claims.realm_access as { roles?: string[] } | undefined)?.roles

    test('its addresses are below the issuer, as in Keycloak', () => {
      const base = `${engine.issuer}/protocol/openid-connect`
      assert.equal(party.metadata.issuer, engine.issuer)
      assert.equal(party.metadata.authorization_endpoint, `${base}/auth`)
      assert.equal(party.metadata.token_endpoint, `${base}/token`)
      assert.equal(party.metadata.jwks_uri, `${base}/certs`)
      assert.equal(party.metadata.userinfo_endpoint, `${base}/userinfo`)
      assert.equal(party.metadata.end_session_endpoint, `${base}/logout`)
    })

    test('the sign-in page is a form that works without scripts', async () => {
      const { page } = await arrive(newBrowser())
      assert.equal(page.status, 200)
      assert.match(page.text, /<html[^>]*lang="fr"/)
      assert.match(page.text, /<input[^>]*name="username"/)
      assert.match(page.text, /<input[^>]*type="password"/)
    })

    test('who signs in comes back with a code, and the code gives tokens with our claims', async () => {
      const { back, checks, access_token, id_token } = await signedIn()
      assert.ok(back.url.startsWith(engine.redirectUri))
      const access = decodeJwt(access_token)
      assert.equal(access.iss, engine.issuer)
      assert.ok([access.aud].flat().includes(engine.audience))
      assert.equal(access.typ, 'Bearer')
      assert.equal(access.azp, engine.clientId)
      assert.equal(access.preferred_username, engine.user.username)
      assert.ok(rolesOf(access)?.includes(engine.user.role))
      for (const claim of ['sub', 'sid', 'name', 'email'] as const) assert.equal(typeof access[claim], 'string', claim)
      const id = decodeJwt(id_token)
      assert.deepEqual([id.aud].flat(), [engine.clientId])
      assert.equal(id.nonce, checks.expectedNonce)
      assert.equal(id.sub, access.sub)
      assert.equal(id.sid, access.sid)
    })

    test('the access token is good for our services, and the ID token is not', async () => {
      const { access_token, id_token } = await signedIn()
      const verifier = createTokenVerifier({ issuer: engine.issuer, audience: engine.audience })
      const identity = await verifier.verify(access_token)
      assert.equal(identity.subject, decodeJwt(access_token).sub)
      assert.equal(identity.username, engine.user.username)
      assert.ok(hasRole(identity, engine.user.role))
      assert.equal(identity.sessionId, decodeJwt(access_token).sid)
      await assert.rejects(verifier.verify(id_token), TokenRefused)
    })

    test('a wrong password shows the form again, with an error and without a code', async () => {
      const browser = newBrowser()
      const { page } = await arrive(browser)
      const again = await signIn(browser, page, { ...engine.user, password: 'nothing like it' })
      assert.ok(again.url.startsWith(engine.issuer), 'the browser stays at the provider')
      assert.ok(again.status < 500)
      assert.match(again.text, /<input[^>]*type="password"/)
      assert.match(again.text, /aria-invalid|role="alert"|aria-live/)
      const back = await signIn(browser, again, engine.user)
      assert.ok(back.url.startsWith(engine.redirectUri), 'the right one is then accepted')
    })

    test('who is signed in is not asked again', async () => {
      const { browser } = await signedIn()
      const { page, checks } = await arrive(browser)
      assert.ok(page.url.startsWith(engine.redirectUri))
      await party.finish(page.url, checks)
    })

    test('an application that may not be asked questions is told that nobody is signed in', async () => {
      const { page } = await arrive(newBrowser(), { prompt: 'none' })
      assert.equal(new URL(page.url).searchParams.get('error'), 'login_required')
    })

    test('a code is good once; used twice, its tokens are ended', async () => {
      const { back, checks, refresh_token } = await signedIn()
      await assert.rejects(party.finish(back.url, checks), isInvalidGrant)
      await assert.rejects(party.refresh(refresh_token), isInvalidGrant)
    })

    test('a code is worth nothing without the verifier that it was asked with', async () => {
      const browser = newBrowser()
      const { page, checks } = await arrive(browser)
      const back = await signIn(browser, page, engine.user)
      await assert.rejects(party.finish(back.url, { ...checks, pkceCodeVerifier: 'x'.repeat(43) }), isInvalidGrant)
    })

    test('an application that asks without PKCE is refused', async () => {
      const { url } = await party.begin()
      const without = new URL(url)
      without.searchParams.delete('code_challenge')
      without.searchParams.delete('code_challenge_method')
      const page = await newBrowser().open(without.href)
      assert.equal(new URL(page.url).searchParams.get('code'), null)
      assert.equal(new URL(page.url).searchParams.get('error'), 'invalid_request')
    })

    test('an address that is not the application’s own is never gone to', async () => {
      const beside = new URL(engine.redirectUri)
      const addresses = [
        'https://example.org/callback',
        `${beside.origin}@example.org/callback`,
        `${beside.protocol}//${beside.host}.example.org/callback`,
      ]
      for (const redirect_uri of addresses) {
        const page = await newBrowser().open((await party.begin({ redirect_uri })).url)
        assert.equal(page.status, 400, redirect_uri)
        assert.ok(page.url.startsWith(engine.issuer), redirect_uri)
      }
    })

    test('an application with a wrong secret is refused', async () => {
      const impostor = await createRelyingParty({ ...engine, clientSecret: 'not the secret' })
      const browser = newBrowser()
      const { page, checks } = await arrive(browser)
      const back = await signIn(browser, page, engine.user)
      await assert.rejects(
        impostor.finish(back.url, checks),
        (error) => error instanceof Error && 'status' in error && error.status === 401,
      )
    })

    test('a refresh token is exchanged for new tokens of the same session', async () => {
      const first = await signedIn()
      const second = await party.refresh(first.refresh_token)
      assert.ok(second.refresh_token)
      assert.notEqual(second.refresh_token, first.refresh_token)
      assert.notEqual(second.access_token, first.access_token)
      for (const claim of ['sub', 'sid', 'aud', 'azp', 'preferred_username'] as const) {
        assert.deepEqual(decodeJwt(second.access_token)[claim], decodeJwt(first.access_token)[claim], claim)
      }
      await party.refresh(second.refresh_token)
    })

    if (secondRefresh === 'ends the session') {
      test('a refresh token used twice ends the tokens of the session', async () => {
        const { refresh_token: stolen } = await signedIn()
        const { refresh_token: newest } = await party.refresh(stolen)
        await assert.rejects(party.refresh(stolen), isInvalidGrant)
        await assert.rejects(party.refresh(newest ?? ''), isInvalidGrant)
      })
    } else {
      test('two gateways may renew one session side by side, and go on with what each got', async () => {
        const { refresh_token: shared, access_token } = await signedIn()
        const renewed = await Promise.all([party.refresh(shared), party.refresh(shared)])
        for (const { refresh_token } of renewed) {
          const next = await party.refresh(refresh_token ?? '')
          assert.equal(decodeJwt(next.access_token).sid, decodeJwt(access_token).sid)
        }
      })
    }

    test('userinfo tells who it is, to the bearer of a good token only', async () => {
      const { access_token } = await signedIn()
      const subject = decodeJwt(access_token).sub ?? ''
      const info = await party.userinfo(access_token, subject)
      assert.equal(info.sub, subject)
      assert.equal(info.preferred_username, engine.user.username)
      assert.equal(typeof info.email, 'string')
      await assert.rejects(party.userinfo(`${access_token.slice(0, -8)}AAAAAAAA`, subject))
    })

    test('who signs out with an ID token is out at once, and back at the application', async () => {
      const { browser, id_token, refresh_token } = await signedIn()
      const url = party.endSessionUrl({
        id_token_hint: id_token,
        post_logout_redirect_uri: engine.postLogoutRedirectUri,
        state: 'bye',
      })
      const page = await browser.open(url)
      assert.ok(page.url.startsWith(engine.postLogoutRedirectUri))
      assert.equal(new URL(page.url).searchParams.get('state'), 'bye')
      await assert.rejects(party.refresh(refresh_token), isInvalidGrant)
      assert.match((await arrive(browser)).page.text, /type="password"/, 'the next time the password is asked for')
    })

    test('who signs out without an ID token is asked first', async () => {
      const { browser, refresh_token } = await signedIn()
      const url = new URL(party.metadata.end_session_endpoint ?? '')
      url.searchParams.set('client_id', engine.clientId)
      url.searchParams.set('post_logout_redirect_uri', engine.postLogoutRedirectUri)
      const question = await browser.open(url.href)
      assert.equal(question.status, 200)
      const { refresh_token: renewed } = await party.refresh(refresh_token) // nothing has happened yet
      const page = await browser.submit(question, {}, 'ogout')
      assert.ok(page.url.startsWith(engine.postLogoutRedirectUri))
      await assert.rejects(party.refresh(renewed ?? ''), isInvalidGrant)
    })

    test('signing out never leads to an address that is not the application’s own', async () => {
      const { browser, id_token } = await signedIn()
      const url = party.endSessionUrl({ id_token_hint: id_token, post_logout_redirect_uri: 'https://example.org/' })
      const page = await browser.open(url)
      assert.equal(page.status, 400)
      assert.ok(page.url.startsWith(engine.issuer))
    })
  })
}
