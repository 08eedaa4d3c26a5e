import * as client from 'openid-client'

export type RelyingPartySettings = { issuer: string; clientId: string; clientSecret: string; redirectUri: string }

/** What the application keeps between sending the browser away and getting it back. */
type SignInChecks = { pkceCodeVerifier: string; expectedState: string; expectedNonce: string }

export type RelyingParty = Awaited<ReturnType<typeof createRelyingParty>>

/** An application as our gateway is one: code, PKCE, state and nonce, by openid-client. */
export async function createRelyingParty({ issuer, clientId, clientSecret, redirectUri }: RelyingPartySettings) {
  const configuration = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: [client.allowInsecureRequests], // tests speak to this machine
  })

  return {
    metadata: configuration.serverMetadata(),
    /** Where to send the browser, and what to check when it is back. */
    async begin(extra: Record<string, string> = {}): Promise<{ url: string; checks: SignInChecks }> {
      const checks = {
        pkceCodeVerifier: client.randomPKCECodeVerifier(),
        expectedState: client.randomState(),
        expectedNonce: client.randomNonce(),
      }
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state: checks.expectedState,
        nonce: checks.expectedNonce,
        code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
        code_challenge_method: 'S256',
        ui_locales: 'fr',
        ...extra,
      })
      return { url: url.href, checks }
    },
    finish: (url: string, checks: SignInChecks) =>
      client.authorizationCodeGrant(configuration, new URL(url), { ...checks, idTokenExpected: true }),
    refresh: (refreshToken: string) => client.refreshTokenGrant(configuration, refreshToken),
    userinfo: (accessToken: string, subject: string) => client.fetchUserInfo(configuration, accessToken, subject),
    endSessionUrl: (parameters: Record<string, string>) => client.buildEndSessionUrl(configuration, parameters).href,
  }
}
