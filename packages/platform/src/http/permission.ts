import { hasRole, type Identity, type Role } from '../auth/index.ts'

/** Who may call a route. Declared, not coded, so that documents and the authorisation matrix are made of it. */
export type Permission = { kind: 'anyone' } | { kind: 'signed-in' } | { kind: 'roles'; roles: readonly Role[] }

/** No sign-in needed. */
export const anyone: Permission = { kind: 'anyone' }
/** Any account, whatever its roles. */
export const signedIn: Permission = { kind: 'signed-in' }
/** One of these roles; `admin` always may. */
export const anyOf = (...roles: Role[]): Permission => ({ kind: 'roles', roles })

/** Applies a permission. */
export function allows(permission: Permission, identity: Identity | undefined): 'yes' | 'sign-in' | 'no' {
  if (permission.kind === 'anyone') return 'yes'
  if (!identity) return 'sign-in'
  if (permission.kind === 'signed-in') return 'yes'
  return hasRole(identity, ...permission.roles) ? 'yes' : 'no'
}
