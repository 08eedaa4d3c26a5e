import type { Client, Configuration, KoaContextWithOIDC, default as Provider } from 'oidc-provider'
import type { Accounts } from './accounts.ts'
import { accessTokenClaims, profileClaims } from './claims.ts'
import { renderErrorPage } from './error-page.ts'
import type { IdentityStore } from './identity-store.ts'
import { answerLogout } from './logout.ts'
import { renderLoggedOut } from './logout-page.ts'
import { Provider as Library } from './oidc-library.ts'
import type { IdentityClient } from './options.ts'
import { createProviderAdapter } from './provider-adapter.ts'
import { apiAudience, lifetimes, paths, realmPath, scopes } from './realm.ts'
import { redirectAllowed } from './redirect-uris.ts'
import type { Secrets } from './secrets.ts'
import type { Site } from './site.ts'

type ProviderDeps = {
  site: Site
  accounts: Accounts
  clients: readonly IdentityClient[]
  store: IdentityStore
  secrets: Secrets
  accessTokenSeconds: number
}

/** oidc-provider, made to look like Keycloak: same addresses, same claims, no question about consent. */
export function createProvider(deps: ProviderDeps): Provider {
  const { site, clients } = deps
  const provider = new Library(site.issuer, configure(deps))
  // The library compares redirect addresses to the letter; Keycloak's clients are written with wildcards. This override
  // is the way that its documentation gives.
  const settings = new Map(clients.map((client) => [client.clientId, client]))
  const allows = (list: 'redirectUris' | 'postLogoutRedirectUris') =>
    function (this: Client, uri: string) {
      const client = settings.get(this.clientId)
      return redirectAllowed(client?.[list] ?? client?.redirectUris ?? [], uri)
    }
  provider.Client.prototype.redirectUriAllowed = allows('redirectUris')
  provider.Client.prototype.postLogoutRedirectUriAllowed = allows('postLogoutRedirectUris')
  return provider
}

function configure({ site, accounts, clients, store, secrets, accessTokenSeconds }: ProviderDeps): Configuration {
  const sendPage = (ctx: KoaContextWithOIDC, page: string) => {
    ctx.set(site.pageHeaders)
    ctx.body = page
  }
  const serviceRoles = new Map(clients.map((client) => [client.clientId, client.serviceAccountRoles ?? []]))

  return {
    adapter: (model: string) => createProviderAdapter(store, model),
    jwks: { keys: [secrets.signingKey] },
    clients: clients.map(clientMetadata),
    routes: {
      authorization: paths.authorization,
      token: paths.token,
      jwks: paths.jwks,
      end_session: paths.endSession,
    },
    discovery: { userinfo_endpoint: `${site.issuer}${paths.userinfo}`, ui_locales_supported: ['fr'] },
    cookies: {
      keys: [secrets.cookieKey],
      names: site.cookies,
      long: site.sessionCookieOptions,
      short: site.cookieOptions,
    },
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      IdToken: accessTokenSeconds,
      AuthorizationCode: lifetimes.authorizationCode,
      RefreshToken: lifetimes.refreshToken,
      Interaction: lifetimes.login,
      Grant: 2 * lifetimes.session,
      Session: (_ctx, { loginTs }) =>
        loginTs === undefined
          ? lifetimes.login
          : Math.max(1, loginTs + lifetimes.session - Math.floor(Date.now() / 1000)),
    },
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    pkce: { required: () => true },
    scopes: scopes.split(' '),
    claims: {
      openid: ['sub', 'sid'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false, // Keycloak puts the profile into the ID token
    clientBasedCORS: () => false, // browsers never hold our tokens: the gateway does
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => true,
    findAccount: (_ctx, id, token) => {
      const user = accounts.byId(id)
      const sid = token && 'sessionUid' in token ? token.sessionUid : undefined
      return (
        user && { accountId: id, claims: () => ({ ...profileClaims(user), ...(sid === undefined ? {} : { sid }) }) }
      )
    },
    extraTokenClaims: (_ctx, token) => accessTokenClaims(token, accounts, serviceRoles),
    loadExistingGrant: grantWithoutConsent,
    interactions: { url: (_ctx, { uid }) => `${realmPath}${paths.login}/${uid}` },
    renderError: (ctx, out, error) => sendPage(ctx, renderErrorPage(ctx.status, error.name, out.error, site.home)),
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      userinfo: { enabled: false }, // the library's own refuses tokens that have an audience: see userinfo.ts
      clientCredentials: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => answerLogout(ctx, form, { site, store }),
        postLogoutSuccessSource: (ctx) => sendPage(ctx, renderLoggedOut(site.home)),
      },
      // An access token for one "resource" is a JWT with an audience; ours are all for the platform's API.
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `urn:${apiAudience}`,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: scopes,
          audience: apiAudience,
          accessTokenTTL: accessTokenSeconds,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  }
}

const clientMetadata = ({ clientId, clientSecret, redirectUris = [], serviceAccountRoles }: IdentityClient) => {
  const signsPeopleIn = redirectUris.length > 0
  return {
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: [...redirectUris],
    response_types: signsPeopleIn ? (['code'] as const) : [],
    grant_types: [
      ...(signsPeopleIn ? ['authorization_code', 'refresh_token'] : []),
      ...(serviceAccountRoles === undefined ? [] : ['client_credentials']),
    ],
  }
}

/** What a client asks for is granted: our own applications, like Keycloak's clients without "Consent required". */
async function grantWithoutConsent(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const grantId = session.grantIdFor(client.clientId)
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  // The same grant for the whole session: another one would end the refresh tokens of the other tabs.
  if (existing && existing.remainingTTL > lifetimes.session) return existing
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope(scopes)
  grant.addResourceScope(`urn:${apiAudience}`, scopes)
  await grant.save()
  return grant
}
