import type { TokenRefusal } from '@pmq/platform/auth'
import type { TestIssuer } from '../identity/test-issuer.ts'

export type ForgedToken = { name: string; token: string; code: TokenRefusal }

/**
 * Tokens that claim to be an administrator's and prove nothing, each wrong in one thing. Whoever accepts one of them
 * accepts anybody. Changes the provider's keys on the way.
 */
export async function forgedTokens(provider: TestIssuer): Promise<ForgedToken[]> {
  const roles = ['admin']
  const now = Math.floor(Date.now() / 1_000)
  const rotatedAway = await provider.mint({ roles })
  await provider.rotate()
  const { header, claims } = provider.partsOf({ roles })
  const content = JSON.stringify(claims)
  const asStranger = (own: object) => provider.signRaw({ ...header, ...own }, content, 'stranger')
  const [head, body, signature] = (await provider.mint({ roles })).split('.')
  const elsewhere = 'https://keys.example/stranger'
  /** Two claims of one name: the last one counts, as everywhere in JSON. */
  const twice = (last: string) => provider.signRaw(header, `${content.slice(0, -1)},${last}}`)

  const invalid = Object.entries({
    'alg none': provider.mintUnsigned({ roles }),
    'alg none with a signature': provider.signRaw({ ...header, alg: 'none' }, content),
    'alg None': provider.signRaw({ ...header, alg: 'None' }, content),
    'the public key as an HMAC secret': await provider.mintWithPublicKeyAsSecret({ roles }),
    'another algorithm than its key has': provider.signRaw({ ...header, alg: 'ES256' }, content),
    'a key that was rotated away': rotatedAway,
    'an unknown key': await provider.mintWithUnknownKey({ roles }),
    'the key of a stranger under our key’s id': asStranger({}),
    'a key id that is a path': asStranger({ kid: '../../../../dev/null' }),
    'a key id that is a query': asStranger({ kid: "x' OR '1'='1" }),
    'no key id': asStranger({ kid: undefined }),
    'jku: keys elsewhere': asStranger({ kid: 'x', jku: elsewhere }),
    'x5u: a certificate elsewhere': asStranger({ kid: 'x', x5u: elsewhere }),
    'jwk: a key of its own': asStranger({ kid: 'x', jwk: { kty: 'RSA', n: 'AQAB', e: 'AQAB' } }),
    'an unknown critical header': provider.signRaw({ ...header, crit: ['x'], x: 1 }, content),
    'another issuer': await provider.mint({ roles, iss: 'https://evil.example' }),
    'the issuer with a slash': await provider.mint({ roles, iss: `${provider.issuer}/` }),
    'another audience': await provider.mint({ roles, aud: 'another-api' }),
    'no audience': await provider.mint({ roles, without: ['aud'] }),
    'not yet valid': await provider.mint({ roles, nbf: now + 600 }),
    'issued in the future': await provider.mint({ roles, iat: now + 600 }),
    'without an end': await provider.mint({ roles, without: ['exp'] }),
    'of nobody': await provider.mint({ roles, without: ['sub'] }),
    'an ID token': await provider.mint({ roles, typ: 'ID' }),
    'a refresh token': await provider.mint({ roles, typ: 'Refresh' }),
    'no type': await provider.mint({ roles, without: ['typ'] }),
    'two audiences, the last one another’s': twice('"aud":"another-api"'),
    'claims changed': `${head}.${Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url')}.${signature}`,
    'no signature': `${head}.${body}.`,
    'no JWT': 'x',
  }).map(([name, token]): ForgedToken => ({ name, token, code: 'auth.token-invalid' }))
  return [
    ...invalid,
    {
      name: 'expired',
      token: await provider.mint({ roles, exp: now - 60, iat: now - 600 }),
      code: 'auth.token-expired',
    },
    { name: 'two ends, the last one over', token: twice(`"exp":${now - 60}`), code: 'auth.token-expired' },
  ]
}
