import { engineAddress } from '../engines/index.ts'
import { embeddedClient } from './embedded-client.ts'
import { identityContract } from './identity-contract.ts'

identityContract('Keycloak', {
  secondRefresh: 'is allowed',
  async start() {
    return {
      ...embeddedClient, // our realm has a client of the same name and addresses
      clientSecret: engineAddress('OIDC_CLIENT_SECRET'),
      issuer: engineAddress('OIDC_ISSUER'),
      audience: 'midi-quercy-api',
      user: { username: process.env.OIDC_TEST_USER ?? 'editor', password: 'demo', role: 'editor' },
      stop: async () => undefined,
    }
  },
})
