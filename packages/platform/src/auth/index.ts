export type { Identity } from './identity.ts'
export { hasRole, type Role, roles } from './roles.ts'
export { IdentityProviderUnavailable, type TokenRefusal, TokenRefused } from './token-errors.ts'
export { createTokenVerifier, type TokenVerifier, type TokenVerifierOptions } from './token-verifier.ts'
