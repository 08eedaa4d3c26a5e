import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import {
  createTokenVerifier,
  IdentityProviderUnavailable,
  type TokenRefusal,
  TokenRefused,
  type TokenVerifier,
  type TokenVerifierOptions,
} from '@pmq/platform/auth'
import { createTestIssuer, type TestIssuer } from './test-issuer.ts'

const seconds = (date: Date) => Math.floor(date.getTime() / 1000)

describe('verifying access tokens', { timeout: 30_000 }, () => {
  let now: Date
  let provider: TestIssuer
  let verifier: TokenVerifier
  const clock = () => now
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const newVerifier = (options: Partial<TokenVerifierOptions> = {}) =>
    createTokenVerifier({ issuer: provider.issuer, audience: provider.audience, clock, ...options })

  before(async () => {
    now = new Date('2026-11-20T10:00:00Z')
    provider = await createTestIssuer({ clock })
  })
  after(() => provider.close())
  beforeEach(() => {
    now = new Date('2026-11-20T10:00:00Z')
    verifier = newVerifier()
  })
  afterEach(() => verifier.close())

  const refused = (token: string, code: TokenRefusal = 'auth.token-invalid') =>
    assert.rejects(verifier.verify(token), (error) => {
      assert.ok(error instanceof TokenRefused, String(error))
      assert.equal(error.code, code)
      assert.equal(error.status, 401)
      return true
    })

  test('a good token says who it is', async () => {
    const token = await provider.mint({
      sub: '7',
      name: 'Camille Essai',
      username: 'camille',
      email: 'camille@example.org',
      sid: 's-1',
      roles: ['editor', 'otp-required', 'committee'],
    })
    assert.deepEqual(await verifier.verify(token), {
      subject: '7',
      name: 'Camille Essai',
      username: 'camille',
      email: 'camille@example.org',
      sessionId: 's-1',
      roles: ['editor', 'committee'],
    })
  })

  test('PS256 and ES256 are as good as RS256', async () => {
    for (const alg of ['RS256', 'PS256', 'ES256'] as const) await verifier.verify(await provider.mint({ alg }))
  })

  test('our audience may be one of several', async () => {
    await verifier.verify(await provider.mint({ aud: ['account', provider.audience] }))
  })

  test('a token without e-mail, session, name or roles is a service account, with its subject for a name', async () => {
    const without = ['email', 'sid', 'name', 'preferred_username', 'realm_access']
    const identity = await verifier.verify(await provider.mint({ sub: 'service', without }))
    assert.deepEqual(identity, { subject: 'service', name: 'service', username: 'service', roles: [] })
  })

  test('an unsigned token is refused', async () => refused(provider.mintUnsigned()))

  test('a token signed with the public key as a shared secret is refused', async () =>
    refused(await provider.mintWithPublicKeyAsSecret()))

  test('a token of another issuer is refused', async () => refused(await provider.mint({ iss: 'https://example.org' })))

  test('a token for another audience is refused', async () => {
    await refused(await provider.mint({ aud: 'account' }))
    await refused(await provider.mint({ without: ['aud'] }))
  })

  test('an expired token is refused, and told from a false one', async () => {
    await refused(await provider.mint({ exp: seconds(now) - 6 }), 'auth.token-expired')
  })

  test('clocks may differ by five seconds, not by more', async () => {
    await verifier.verify(await provider.mint({ exp: seconds(now) - 4 }))
    await verifier.verify(await provider.mint({ nbf: seconds(now) + 4 }))
    await verifier.verify(await provider.mint({ iat: seconds(now) + 4 }))
  })

  test('a token that is not yet valid is refused', async () => {
    await refused(await provider.mint({ nbf: seconds(now) + 30 }))
    await refused(await provider.mint({ iat: seconds(now) + 30 }))
  })

  test('a token that does not end, begin or belong to anybody is refused', async () => {
    for (const claim of ['exp', 'iat', 'sub']) await refused(await provider.mint({ without: [claim] }))
  })

  test('ID tokens and refresh tokens are not access tokens', async () => {
    for (const typ of ['ID', 'Refresh']) await refused(await provider.mint({ typ }))
    await refused(await provider.mint({ without: ['typ'] }))
  })

  test('a token whose content was changed is refused', async () => {
    const [header, payload = '', signature] = (await provider.mint({ roles: ['viewer'] })).split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, realm_access: { roles: ['admin'] } })).toString('base64url')
    await refused([header, forged, signature].join('.'))
  })

  test('rubbish is refused', async () => {
    const rubbish = [
      '',
      '.',
      '..',
      'a.b.c',
      'null',
      '\u0000',
      'é'.repeat(50),
      '{"alg":"none"}',
      'e30.e30.',
      'x'.repeat(20_000),
    ]
    for (const token of rubbish) await refused(token)
  })

  test('a token with an unknown key is refused, and asks the provider for its keys only now and then', async () => {
    await verifier.verify(await provider.mint())
    const before = provider.keyRequests
    for (let i = 0; i < 20; i++) await refused(await provider.mintWithUnknownKey())
    assert.equal(provider.keyRequests, before + 1)
    later(10_001)
    await refused(await provider.mintWithUnknownKey())
    await refused(await provider.mintWithUnknownKey())
    assert.equal(provider.keyRequests, before + 2)
  })

  test('keys that change just after a start are found at once', async () => {
    await verifier.verify(await provider.mint())
    await provider.rotate()
    await verifier.verify(await provider.mint())
  })

  test('new keys of the provider are found when a token needs them', async () => {
    await verifier.verify(await provider.mint())
    await provider.rotate()
    later(10_001)
    await verifier.verify(await provider.mint())
  })

  test('the keys that the provider has taken back are no longer good, once its list was read again', async () => {
    const old = await provider.mint({ exp: seconds(now) + 3_600 })
    await verifier.verify(old)
    await provider.rotate()
    later(60_001)
    await verifier.verify(await provider.mint())
    await refused(old)
  })

  test('tokens that come together at the start ask for the keys once', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => provider.mint()))
    const before = provider.keyRequests
    await Promise.all(tokens.map((token) => verifier.verify(token)))
    assert.equal(provider.keyRequests, before + 1)
  })

  test('while the provider is down, the known keys go on serving, even past their time', async () => {
    await verifier.verify(await provider.mint())
    await provider.down()
    try {
      await verifier.verify(await provider.mint())
      later(3_600_000)
      await verifier.verify(await provider.mint())
      await refused(await provider.mint({ exp: seconds(now) - 60 }), 'auth.token-expired')
    } finally {
      await provider.up()
    }
  })

  test('when the provider was never reached, nobody is refused: it is the provider that is missing', async () => {
    const token = await provider.mint()
    await provider.down()
    try {
      await assert.rejects(verifier.verify(token), (error) => {
        assert.ok(error instanceof IdentityProviderUnavailable)
        assert.equal(error.status, 503)
        assert.equal(error.code, 'auth.provider-unavailable')
        return true
      })
    } finally {
      await provider.up()
    }
    await assert.rejects(verifier.verify(token), IdentityProviderUnavailable, 'not asked again at once')
    later(1_001)
    await verifier.verify(token)
  })

  test('a provider that calls itself otherwise than we do is not believed', async () => {
    const mistaken = newVerifier({ issuer: `${provider.issuer}/` })
    await assert.rejects(
      mistaken.verify(await provider.mint({ iss: `${provider.issuer}/` })),
      IdentityProviderUnavailable,
    )
  })

  test('the keys may be read at another address than the issuer’s', async () => {
    const inside = newVerifier({ issuer: 'https://comptes.example.org', jwksUrl: `${provider.issuer}/certs` })
    await inside.verify(await provider.mint({ iss: 'https://comptes.example.org' }))
  })

  test('a verified token is not verified again for a minute, but never outlives its end', async () => {
    const token = await provider.mint({ exp: seconds(now) + 30 })
    const first = await verifier.verify(token)
    assert.equal(await verifier.verify(token), first, 'the same object: remembered')
    later(36_000)
    await refused(token, 'auth.token-expired')
  })

  test('an identity cannot be changed by whoever gets it', async () => {
    const identity = await verifier.verify(await provider.mint())
    assert.throws(() => (identity.roles as string[]).push('admin'), TypeError)
    assert.throws(() => Object.assign(identity, { subject: 'else' }), TypeError)
  })
})
