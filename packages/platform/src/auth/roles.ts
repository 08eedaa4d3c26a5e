/** What a person may be here. The names are those of the identity provider's realm roles. */
export const roles = [
  'admin',
  'editor',
  'moderator',
  'committee',
  'contributor',
  'partner',
  'treasurer',
  'viewer',
] as const

export type Role = (typeof roles)[number]

const known: ReadonlySet<string> = new Set(roles)

/** The roles we know among those a provider sent; its technical roles (`otp-required`, `offline_access` …) are left out. */
export function knownRoles(names: unknown): Role[] {
  if (!Array.isArray(names)) return []
  return [...new Set(names)].filter((name): name is Role => typeof name === 'string' && known.has(name))
}

/**
 * Whether somebody has at least one of the wanted roles. An administrator administers everything, so `admin` answers
 * yes to every role; this is the only place that says so.
 */
export function hasRole(identity: { roles: readonly Role[] }, ...wanted: readonly Role[]): boolean {
  return identity.roles.includes('admin') || wanted.some((role) => identity.roles.includes(role))
}
