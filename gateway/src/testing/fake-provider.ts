import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

/** An OpenID provider that does as it is told, with Keycloak's rules: a refresh token used twice ends its session. */
export type FakeProvider = {
  issuer: string
  /** Who signs in next; the provider asks no questions. */
  person: { subject: string; name: string; username: string; roles: string[] }
  /** Seconds that an access token lives. */
  accessSeconds: number
  /** More claims in access tokens, to make them long. */
  moreClaims: JWTPayload
  /** Refresh tokens that were changed for others, and those that were sent again afterwards. */
  readonly renewals: number
  readonly reuses: number
  /** Awaited before a token is given. */
  beforeTokens: () => Promise<void>
  /** Queries of the sign-in and sign-out pages, in order. */
  readonly visits: URLSearchParams[]
  endAllSessions(): void
  down(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

type Code = { challenge: string; nonce: string; session: string }
type Refresh = { session: string; used: boolean }

/** Made once: a pair takes up to a second. */
let keys: Promise<GenerateKeyPairResult> | undefined

export async function startFakeProvider(clock: () => Date = () => new Date()): Promise<FakeProvider> {
  keys ??= generateKeyPair('RS256')
  const { privateKey, publicKey } = await keys
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, Code>()
  const refreshTokens = new Map<string, Refresh>()
  const ended = new Set<string>()
  const visits: URLSearchParams[] = []
  let renewals = 0
  let reuses = 0

  const sign = (claims: JWTPayload, seconds: number) => {
    const now = Math.floor(clock().getTime() / 1_000)
    return new SignJWT({ iat: now, exp: now + seconds, iss: issuer, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'test' })
      .sign(privateKey)
  }

  const tokens = async (session: string, nonce?: string) => {
    const { subject, name, username, roles } = provider.person
    const who = { sub: subject, name, preferred_username: username, sid: session }
    const refresh = await sign({ typ: 'Refresh', sub: subject, sid: session }, 1_800)
    refreshTokens.set(refresh, { session, used: false })
    return {
      token_type: 'Bearer',
      expires_in: provider.accessSeconds,
      access_token: await sign(
        {
          ...who,
          typ: 'Bearer',
          aud: 'midi-quercy-api',
          azp: 'gateway',
          realm_access: { roles },
          ...provider.moreClaims,
        },
        provider.accessSeconds,
      ),
      id_token: await sign({ ...who, typ: 'ID', aud: 'gateway', ...(nonce ? { nonce } : {}) }, 300),
      refresh_token: refresh,
    }
  }

  const giveTokens = async (req: IncomingMessage) => {
    const form = new URLSearchParams(await text(req))
    await provider.beforeTokens()
    if (form.get('grant_type') === 'authorization_code') {
      const code = codes.get(form.get('code') ?? '')
      codes.delete(form.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      return code?.challenge === challenge ? tokens(code.session, code.nonce) : undefined
    }
    const refresh = refreshTokens.get(form.get('refresh_token') ?? '')
    if (refresh?.used) {
      reuses += 1
      ended.add(refresh.session)
    }
    if (!refresh || ended.has(refresh.session)) return undefined
    refresh.used = true
    renewals += 1
    return tokens(refresh.session)
  }

  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const url = new URL(req.url ?? '/', issuer)
    const json = (status: number, body: unknown) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (url.pathname.endsWith('/.well-known/openid-configuration')) {
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        end_session_endpoint: `${issuer}/logout`,
        jwks_uri: `${issuer}/certs`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      })
    }
    if (url.pathname.endsWith('/certs')) return json(200, { keys: [jwk] })
    if (url.pathname.endsWith('/token')) {
      const given = await giveTokens(req)
      return given ? json(200, given) : json(400, { error: 'invalid_grant' })
    }
    visits.push(url.searchParams)
    const back = new URL(url.searchParams.get('redirect_uri') ?? url.searchParams.get('post_logout_redirect_uri') ?? '')
    if (url.pathname.endsWith('/auth')) {
      const code = randomUUID()
      const challenge = url.searchParams.get('code_challenge') ?? ''
      codes.set(code, { challenge, nonce: url.searchParams.get('nonce') ?? '', session: randomUUID() })
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
    }
    res.writeHead(302, { location: back.href }).end()
  }

  const server = createServer((req, res) => void answer(req, res))
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  const port = await listen(0)
  const issuer = `http://127.0.0.1:${port}/realms/test`

  const provider: FakeProvider = {
    issuer,
    person: { subject: 'p-1', name: 'Camille Démo', username: 'editor', roles: ['editor'] },
    accessSeconds: 300,
    moreClaims: {},
    get renewals() {
      return renewals
    },
    get reuses() {
      return reuses
    },
    beforeTokens: async () => undefined,
    visits,
    endAllSessions() {
      for (const { session } of refreshTokens.values()) ended.add(session)
    },
    down: stop,
    async up() {
      await listen(port)
    },
    async close() {
      if (server.listening) await stop()
    },
  }
  return provider
}
