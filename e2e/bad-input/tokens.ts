import { createHmac, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '../support/platform.ts'

export type BadToken = { name: string; token: string; code: 'auth.token-invalid' | 'auth.token-expired' }

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = (header: object, claims: object, signer: (content: Buffer) => Buffer | string) => {
  const content = `${part(header)}.${part(claims)}`
  const signature = signer(Buffer.from(content))
  return `${content}.${typeof signature === 'string' ? signature : signature.toString('base64url')}`
}

/**
 * Tokens that only somebody who knows this platform very well could make: signed with the provider’s own key, read
 * from the disk, and each wrong in one thing. `good` is wrong in nothing, and shows that the others are refused for
 * what they say.
 */
export async function forgeTokens(platform: Platform): Promise<{ good: string; bad: BadToken[] }> {
  const secrets = JSON.parse(await readFile(join(platform.dataDir ?? '', 'identity', 'secrets.json'), 'utf8'))
  const { kid } = secrets.signingKey as { kid: string }
  const key = createPrivateKey({ key: secrets.signingKey, format: 'jwk' })
  const { privateKey: strangersKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const now = Math.floor(Date.now() / 1_000)

  const header = { alg: 'RS256', typ: 'at+jwt', kid }
  const claims = {
    iss: `${platform.providerUrl}/realms/midi-quercy`,
    aud: 'midi-quercy-api',
    sub: '00000000-0000-4000-8000-000000000001',
    typ: 'Bearer',
    azp: 'gateway',
    preferred_username: 'admin',
    realm_access: { roles: ['admin'] },
    iat: now,
    exp: now + 300,
  }
  const rs256 = (by: KeyObject) => (content: Buffer) => sign('RSA-SHA256', content, by)
  const ours = (own: object) => signed(header, { ...claims, ...own }, rs256(key))
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const hs256 = (content: Buffer) => createHmac('sha256', publicPem).update(content).digest()
  const good = ours({})
  const [head = '', body = '', signature = ''] = good.split('.')
  const { exp: _exp, ...withoutEnd } = claims
  const { sub: _sub, ...withoutSubject } = claims

  const invalid = (name: string, token: string): BadToken => ({ name, token, code: 'auth.token-invalid' })
  return {
    good,
    bad: [
      { name: 'expired', token: ours({ iat: now - 900, exp: now - 600 }), code: 'auth.token-expired' },
      ...['none', 'None', 'NONE', ''].map((alg) =>
        invalid(
          `alg "${alg}"`,
          signed({ ...header, alg }, claims, () => ''),
        ),
      ),
      invalid('alg none with a signature', signed({ ...header, alg: 'none' }, claims, rs256(key))),
      invalid('our public key used as a shared secret', signed({ ...header, alg: 'HS256' }, claims, hs256)),
      invalid('another issuer', ours({ iss: 'https://evil.example/realms/midi-quercy' })),
      invalid('our issuer with a slash more', ours({ iss: `${claims.iss}/` })),
      invalid('another audience', ours({ aud: 'another-api' })),
      invalid('no audience', ours({ aud: undefined })),
      invalid('the key of a stranger', signed(header, claims, rs256(strangersKey))),
      invalid(
        'a stranger’s key that the token names itself',
        signed({ ...header, jku: 'https://evil.example/keys', kid: 'x' }, claims, rs256(strangersKey)),
      ),
      invalid(
        'a stranger’s key that the token carries',
        signed(
          { ...header, jwk: createPublicKey(strangersKey).export({ format: 'jwk' }), kid: 'x' },
          claims,
          rs256(strangersKey),
        ),
      ),
      invalid('a key id that is a path', signed({ ...header, kid: '../../../dev/null' }, claims, rs256(strangersKey))),
      invalid('an unknown critical header', signed({ ...header, crit: ['x'], x: 1 }, claims, rs256(key))),
      invalid('an ID token', ours({ typ: 'ID' })),
      invalid('not valid before tomorrow', ours({ nbf: now + 86_400 })),
      invalid('issued tomorrow', ours({ iat: now + 86_400, exp: now + 90_000 })),
      invalid('without an end', signed(header, withoutEnd, rs256(key))),
      invalid('without a subject', signed(header, withoutSubject, rs256(key))),
      invalid('claims changed after signing', `${head}.${part({ ...claims, sub: 'x' })}.${signature}`),
      invalid('cut short', good.slice(0, -10)),
      invalid('without a signature', `${head}.${body}.`),
      invalid('two parts', `${head}.${body}`),
      invalid('five parts', `${good}.x.y`),
      invalid('no token at all', 'x'),
      invalid('a very long one', `${head}.${'x'.repeat(12_000)}.${signature}`),
      invalid('JSON', part(claims)),
    ],
  }
}
