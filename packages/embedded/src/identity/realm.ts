/** What Keycloak's realm `midi-quercy` promises to its clients, and this engine keeps: addresses, audience, life times. */
export const realm = 'midi-quercy'
export const apiAudience = 'midi-quercy-api'
export const realmPath = `/realms/${realm}`

/** Below `realmPath`. */
export const paths = {
  authorization: '/protocol/openid-connect/auth',
  token: '/protocol/openid-connect/token',
  jwks: '/protocol/openid-connect/certs',
  userinfo: '/protocol/openid-connect/userinfo',
  endSession: '/protocol/openid-connect/logout',
  login: '/login-actions/authenticate',
  resources: '/resources/',
} as const

export const scopes = 'openid profile email roles'

/** In seconds, as in the realm file; the access token's may be chosen, for tests of renewal. */
export const lifetimes = {
  accessToken: 300,
  authorizationCode: 60,
  login: 1_800,
  refreshToken: 1_800,
  session: 36_000,
} as const
