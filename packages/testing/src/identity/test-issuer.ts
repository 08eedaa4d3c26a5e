import { generateKeyPairSync, type KeyObject, randomUUID, sign as signBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Role } from '@pmq/platform/auth'
import { exportJWK, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

/** What a minted token says; everything else is right, now and for five minutes. Times in seconds since the epoch. */
export type MintedClaims = {
  roles?: readonly (Role | string)[]
  sub?: string
  name?: string
  username?: string
  email?: string
  sid?: string
  iss?: string
  aud?: string | string[]
  iat?: number
  nbf?: number
  exp?: number
  /** `Bearer` is an access token, `ID` and `Refresh` are Keycloak's others. */
  typ?: string
  alg?: 'RS256' | 'PS256' | 'ES256'
  /** Claims to leave out, by their names in the token. */
  without?: readonly string[]
}

export type TestIssuer = {
  issuer: string
  audience: string
  /** An access token as Keycloak's, signed with the current key. */
  mint(claims?: MintedClaims): Promise<string>
  /** The same without a signature: `alg: none`. */
  mintUnsigned(claims?: MintedClaims): string
  /** The same signed with HS256, the public key taken for a secret. */
  mintWithPublicKeyAsSecret(claims?: MintedClaims): Promise<string>
  /** The same signed with a key that the provider never had. */
  mintWithUnknownKey(claims?: MintedClaims): Promise<string>
  /** Any header and any content, as they are written, with an RS256 signature: by the current key, or by a stranger's. */
  signRaw(header: object, content: string, by?: 'provider' | 'stranger'): string
  /** What `mint` would sign, and the header it would have. */
  partsOf(claims?: MintedClaims): { header: { alg: string; typ: string; kid: string }; claims: JWTPayload }
  /** Changes the keys; the old ones are no longer shown. */
  rotate(): Promise<void>
  /** How many times its keys were asked for. */
  readonly keyRequests: number
  /** Answers no more, until `up`. */
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

type SigningKey = { kid: string; privateKey: KeyObject; publicKey: KeyObject; publicJwk: JWK }
type KeyPair = { rsa: SigningKey; ec: SigningKey }

/** An identity provider for tests: its own keys, shown at an address of this machine, and any token one may wish for. */
export async function createTestIssuer({
  audience = 'midi-quercy-api',
  clock = () => new Date(),
}: {
  audience?: string
  clock?: () => Date
} = {}): Promise<TestIssuer> {
  let keys = await makeKeys()
  let keyRequests = 0
  let stranger: KeyObject | undefined
  const server = createServer((request, response) => {
    const isKeys = request.url === '/certs'
    if (isKeys) keyRequests++
    const body = isKeys ? { keys: [keys.rsa.publicJwk, keys.ec.publicJwk] } : { issuer, jwks_uri: `${issuer}/certs` }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  const issuer = `http://127.0.0.1:${port}`

  const payloadOf = (claims: MintedClaims): JWTPayload => {
    const now = Math.floor(clock().getTime() / 1000)
    const username = claims.username ?? 'camille'
    const all: JWTPayload = {
      jti: randomUUID(),
      iss: claims.iss ?? issuer,
      aud: claims.aud ?? audience,
      sub: claims.sub ?? '11111111-1111-4111-8111-111111111111',
      typ: claims.typ ?? 'Bearer',
      azp: 'gateway',
      sid: claims.sid ?? '22222222-2222-4222-8222-222222222222',
      iat: claims.iat ?? now,
      exp: claims.exp ?? now + 300,
      ...(claims.nbf === undefined ? {} : { nbf: claims.nbf }),
      name: claims.name ?? 'Camille Essai',
      preferred_username: username,
      email: claims.email ?? `${username}@example.org`,
      realm_access: { roles: claims.roles ?? ['editor'] },
    }
    return Object.fromEntries(Object.entries(all).filter(([name]) => !claims.without?.includes(name)))
  }
  const sign = (claims: MintedClaims, alg: string, key: KeyObject | Uint8Array, kid: string) =>
    new SignJWT(payloadOf(claims)).setProtectedHeader({ alg, typ: 'JWT', kid }).sign(key)
  const signWith = ({ rsa, ec }: KeyPair, claims: MintedClaims) => {
    const { kid, privateKey } = claims.alg === 'ES256' ? ec : rsa
    return sign(claims, claims.alg ?? 'RS256', privateKey, kid)
  }
  const down = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }

  return {
    issuer,
    audience,
    mint: (claims = {}) => signWith(keys, claims),
    mintUnsigned: (claims = {}) => new UnsecuredJWT(payloadOf(claims)).encode(),
    mintWithPublicKeyAsSecret: (claims = {}) => {
      const { kid, publicKey } = keys.rsa
      const secret = Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }))
      return sign(claims, 'HS256', secret, kid)
    },
    mintWithUnknownKey: async (claims = {}) => signWith(await makeKeys(), claims),
    signRaw: (header, content, by = 'provider') => {
      stranger ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      const signed = [JSON.stringify(header), content].map((part) => Buffer.from(part).toString('base64url')).join('.')
      const key = by === 'provider' ? keys.rsa.privateKey : stranger
      return `${signed}.${signBytes('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
    },
    partsOf: (claims = {}) => ({
      header: { alg: 'RS256', typ: 'JWT', kid: keys.rsa.kid },
      claims: payloadOf(claims),
    }),
    rotate: async () => {
      keys = await makeKeys()
    },
    get keyRequests() {
      return keyRequests
    },
    down,
    up: async () => void (await listen(port)),
    close: down,
  }
}

async function makeKeys(): Promise<KeyPair> {
  const rsa = await signingKey(generateKeyPairSync('rsa', { modulusLength: 2048 }))
  return { rsa, ec: await signingKey(generateKeyPairSync('ec', { namedCurve: 'P-256' })) }
}

async function signingKey(pair: { privateKey: KeyObject; publicKey: KeyObject }): Promise<SigningKey> {
  const kid = randomUUID()
  return { ...pair, kid, publicJwk: { ...(await exportJWK(pair.publicKey)), kid, use: 'sig' } }
}
