import { createLocalJWKSet, type JWK, jwtVerify } from 'jose'
import type { Accounts } from './accounts.ts'
import { profileClaims } from './claims.ts'
import type { Context, Next } from './http.ts'
import type { IdentityStore } from './identity-store.ts'
import { paths } from './realm.ts'
import type { Site } from './site.ts'

/**
 * Who the bearer of an access token is, as long as the session lives. oidc-provider's own answers only to tokens without
 * an audience, and Keycloak's to those of its realm.
 */
export function serveUserinfo(deps: { site: Site; accounts: Accounts; store: IdentityStore; signingKey: JWK }) {
  const { site, accounts, store, signingKey } = deps
  const { kty, n, e, kid, alg, use } = signingKey as Required<JWK>
  const keys = createLocalJWKSet({ keys: [{ kty, n, e, kid, alg, use }] })

  const userOf = async (authorization: string) => {
    const token = /^bearer ([\w.-]+)$/i.exec(authorization)?.[1] ?? ''
    const { payload } = await jwtVerify(token, keys, { issuer: site.issuer, algorithms: ['RS256'] })
    const alive = typeof payload.sid === 'string' && store.getByUid('Session', payload.sid) !== undefined
    return alive && payload.typ === 'Bearer' ? accounts.byId(payload.sub ?? '') : undefined
  }

  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== paths.userinfo) return void (await next())
    const user = await userOf(ctx.get('authorization')).catch(() => undefined)
    ctx.set('cache-control', 'no-store')
    if (user) {
      ctx.body = profileClaims(user)
      return
    }
    ctx.status = 401
    ctx.set('www-authenticate', `Bearer realm="${site.issuer}", error="invalid_token"`)
    ctx.body = { error: 'invalid_token' }
  }
}
