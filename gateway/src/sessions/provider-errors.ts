/** The identity provider says no: the code, the state or the refresh token is not good, or not good any more. */
export class ProviderRefused extends Error {
  override readonly name = 'ProviderRefused'
}

/** The identity provider cannot be reached, or fails. Worth another try, and no reason to sign anybody out. */
export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable'
}
