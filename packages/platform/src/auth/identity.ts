import { knownRoles, type Role } from './roles.ts'

/** Who is asking, as the identity provider vouches for it. */
export type Identity = {
  /** The provider's own stable id of the person or of the service account. */
  subject: string
  /** The name to show. */
  name: string
  username: string
  email?: string
  roles: readonly Role[]
  /** The session at the provider; absent for service accounts. */
  sessionId?: string
}

/** The claims that we read, in Keycloak's names. Any may be missing or of another type: a provider is configured by hand. */
type AccessTokenClaims = {
  sub?: unknown
  name?: unknown
  preferred_username?: unknown
  email?: unknown
  sid?: unknown
  realm_access?: unknown
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Reads an identity out of verified claims; nothing when they do not say who it is. */
export function identityOf(claims: AccessTokenClaims): Identity | undefined {
  const subject = text(claims.sub)
  if (subject === undefined) return undefined
  const username = text(claims.preferred_username) ?? subject
  const email = text(claims.email)
  const sessionId = text(claims.sid)
  const access = claims.realm_access
  return Object.freeze({
    subject,
    name: text(claims.name) ?? username,
    username,
    roles: Object.freeze(
      knownRoles(access !== null && typeof access === 'object' && 'roles' in access && access.roles),
    ),
    ...(email === undefined ? {} : { email }),
    ...(sessionId === undefined ? {} : { sessionId }),
  })
}
