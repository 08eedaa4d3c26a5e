/** The client that the tests of the embedded engine sign in by, and what is to be known of it. */
export const embeddedClient = {
  clientId: 'gateway',
  clientSecret: 'gateway-demo-secret',
  redirectUris: ['http://localhost:8080/*'],
  redirectUri: 'http://localhost:8080/auth/callback',
  postLogoutRedirectUri: 'http://localhost:8080/',
}
