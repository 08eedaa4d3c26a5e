import { errors, jwtVerify } from 'jose'
import { type Identity, identityOf } from './identity.ts'
import { createKeySource } from './key-source.ts'
import { IdentityProviderUnavailable, TokenRefused } from './token-errors.ts'
import { createVerifiedTokens } from './verified-tokens.ts'

export type TokenVerifierOptions = {
  /** The address that the provider gives itself, compared to the letter. */
  issuer: string
  /** Who the tokens must be meant for, among others perhaps. */
  audience: string
  /** Where the keys are, when the issuer's own address cannot be reached from here; by default as it says itself. */
  jwksUrl?: string
  clock?: () => Date
  /** Milliseconds after which the provider's keys are asked for again. Ten minutes by default. */
  jwksCacheMs?: number
  fetch?: typeof globalThis.fetch
}

export type TokenVerifier = {
  /**
   * Whose token this is.
   * @throws TokenRefused (401) when it is not ours, not now, or not whole
   * @throws IdentityProviderUnavailable (503) when the provider's keys cannot be had
   */
  verify(token: string): Promise<Identity>
  /** Forgets what was verified. */
  close(): void
}

const algorithms = ['RS256', 'PS256', 'ES256'] // never "none", never a shared secret
const toleranceSeconds = 5 // between the clocks of two machines
const longestToken = 16_384
const tokensRemembered = 5_000

/** Verifies the access tokens of an OpenID provider (Keycloak or the embedded one), as every service does for itself. */
export function createTokenVerifier({
  issuer,
  audience,
  jwksUrl,
  clock = () => new Date(),
  jwksCacheMs = 600_000,
  fetch = globalThis.fetch,
}: TokenVerifierOptions): TokenVerifier {
  const verified = createVerifiedTokens(tokensRemembered)
  const findKey = createKeySource({
    issuer,
    clock,
    fetch,
    cacheMs: jwksCacheMs,
    ...(jwksUrl === undefined ? {} : { jwksUrl }),
  })

  const check = async (token: string, now: Date) => {
    if (token.length > longestToken) throw new Error('The token is too long.')
    const { payload } = await jwtVerify(token, findKey, {
      issuer,
      audience,
      algorithms,
      clockTolerance: toleranceSeconds,
      currentDate: now,
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    if (payload.typ !== 'Bearer') throw new Error('This is not an access token.')
    if ((payload.iat ?? 0) > now.getTime() / 1000 + toleranceSeconds) throw new Error('The token is not issued yet.')
    const identity = identityOf(payload)
    if (!identity) throw new Error('The token does not say whose it is.')
    return { identity, expiresAt: (payload.exp ?? 0) * 1000 }
  }

  return {
    async verify(token) {
      const now = clock()
      const remembered = verified.get(token, now.getTime())
      if (remembered) return remembered
      try {
        const { identity, expiresAt } = await check(token, now)
        verified.put(token, identity, now.getTime(), expiresAt)
        return identity
      } catch (error) {
        if (error instanceof IdentityProviderUnavailable) throw error
        const expired = error instanceof errors.JWTExpired
        throw new TokenRefused(expired ? 'auth.token-expired' : 'auth.token-invalid', error)
      }
    },
    close: () => verified.clear(),
  }
}
