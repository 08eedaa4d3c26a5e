import { checkIssuer } from '@pmq/platform/auth'
import * as oidc from 'openid-client'
import { ProviderRefused, ProviderUnavailable } from '../sessions/provider-errors.ts'
import type { Tokens } from '../sessions/session.ts'

/** What the browser and the gateway must both know when the provider sends the browser back. */
export type SignInSecrets = { state: string; nonce: string; verifier: string }

/** The OpenID provider, as far as signing in and out goes. Everything rejects with ProviderRefused or ProviderUnavailable. */
export type Provider = {
  /** Where to send the browser to sign in; the provider has just answered, so nobody is sent to a dead address. */
  signInAddress(secrets: SignInSecrets): Promise<URL>
  /** Changes the code in the address that the browser came back to for tokens. */
  finishSignIn(cameBackTo: URL, secrets: SignInSecrets): Promise<Tokens>
  renew(refreshToken: string): Promise<Tokens>
  /** Where to send the browser to end its session at the provider too; the provider has just answered. */
  signOutAddress(idToken: string | undefined): Promise<URL>
}

export type ProviderOptions = {
  issuer: URL
  clientId: string
  clientSecret: string
  callback: URL
  afterSignOut: URL
  clock: () => Date
}

export const newSignInSecrets = (): SignInSecrets => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  verifier: oidc.randomPKCECodeVerifier(),
})

const timeoutSeconds = 5

/** Asks the provider about itself at the first need and again after a failure, so that it may start after the gateway. */
export function createProvider({
  issuer,
  clientId,
  clientSecret,
  callback,
  afterSignOut,
  clock,
}: ProviderOptions): Provider {
  let discovered: Promise<oidc.Configuration> | undefined
  const configuration = () => {
    discovered ??= oidc
      .discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
        timeout: timeoutSeconds,
        // Over plain http only where the settings say so: the embedded provider, or one inside the cluster.
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined
        throw new ProviderUnavailable('The identity provider does not say where its endpoints are.', { cause: error })
      })
    return discovered
  }

  const answers = () =>
    checkIssuer({ issuer: issuer.href }).catch((error: unknown) => {
      throw new ProviderUnavailable('The identity provider does not answer.', { cause: error })
    })

  const tokensOf = (answer: oidc.TokenEndpointResponse): Tokens => ({
    accessToken: answer.access_token,
    accessEndsAt: clock().getTime() + (answer.expires_in ?? 60) * 1_000,
    refreshToken: answer.refresh_token,
    idToken: answer.id_token,
  })

  return {
    async signInAddress({ state, nonce, verifier }) {
      const [config] = await Promise.all([configuration(), answers()])
      return oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback.href,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: 'fr',
      })
    },
    async finishSignIn(cameBackTo, { state, nonce, verifier }) {
      const config = await configuration()
      return oidc
        .authorizationCodeGrant(config, cameBackTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        .then(tokensOf, explain)
    },
    async renew(refreshToken) {
      return oidc.refreshTokenGrant(await configuration(), refreshToken).then(tokensOf, explain)
    },
    async signOutAddress(idToken) {
      const [config] = await Promise.all([configuration(), answers()])
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: afterSignOut.href,
        // Without this proof the provider must ask the person whether they meant it.
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      })
    },
  }
}

/** Tells "no" from "not now". */
function explain(error: unknown): never {
  const said = error instanceof oidc.ResponseBodyError || error instanceof oidc.AuthorizationResponseError
  const refused = said ? !('status' in error && error.status >= 500) : isBadAnswer(error)
  if (refused) throw new ProviderRefused(said ? error.error : String(error), { cause: error })
  throw new ProviderUnavailable('The identity provider does not answer.', { cause: error })
}

/** An answer came and was not what it must be: another state, nonce, issuer or signature than expected. */
const isBadAnswer = (error: unknown): boolean =>
  error instanceof oidc.ClientError &&
  /^OAUTH_(?:INVALID_RESPONSE|JWT_|JSON_ATTRIBUTE|KEY_SELECTION)/.test(error.code ?? '')
