export type TokenRefusal = 'auth.token-expired' | 'auth.token-invalid'

const sentences: Record<TokenRefusal, string> = {
  'auth.token-expired': 'Votre session a expiré. Reconnectez-vous.',
  'auth.token-invalid': 'Votre identité n’a pas pu être vérifiée. Reconnectez-vous.',
}

/** The token proves nothing: 401. Why exactly is in `cause`, for the logs: whoever forges tokens learns nothing of it. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused'
  readonly status = 401
  readonly code: TokenRefusal

  constructor(code: TokenRefusal, cause?: unknown) {
    super(sentences[code], { cause })
    this.code = code
  }
}

/** We cannot tell whether the token is good, because the provider's keys cannot be had: 503, and worth another try. */
export class IdentityProviderUnavailable extends Error {
  override readonly name = 'IdentityProviderUnavailable'
  readonly status = 503
  readonly code = 'auth.provider-unavailable'

  constructor(cause?: unknown) {
    super('Le service de connexion ne répond pas. Réessayez dans un instant.', { cause })
  }
}
