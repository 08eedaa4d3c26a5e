import type { AccessToken, ClientCredentials } from 'oidc-provider'
import type { Accounts } from './accounts.ts'
import type { DemoUser } from './options.ts'

/** Who a person is, in the names of OpenID Connect. */
export const profileClaims = (user: DemoUser) => ({
  sub: user.id,
  name: `${user.givenName} ${user.familyName}`,
  given_name: user.givenName,
  family_name: user.familyName,
  preferred_username: user.username,
  email: user.email,
  email_verified: true,
})

/** What Keycloak adds to the standard claims of an access token. */
export function accessTokenClaims(
  token: AccessToken | ClientCredentials,
  accounts: Accounts,
  serviceRoles: ReadonlyMap<string, readonly string[]>,
): Record<string, unknown> {
  const clientId = token.clientId ?? ''
  const common = { typ: 'Bearer', azp: clientId }
  const user = 'accountId' in token ? accounts.byId(token.accountId) : undefined
  if (!user) {
    const username = `service-account-${clientId}`
    return { ...common, preferred_username: username, realm_access: { roles: serviceRoles.get(clientId) ?? [] } }
  }
  const { sub: _, ...profile } = profileClaims(user)
  const sid = 'sessionUid' in token ? token.sessionUid : undefined
  return { ...common, ...profile, sid, realm_access: { roles: user.roles } }
}
