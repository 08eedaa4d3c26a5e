import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startIdentity } from '@pmq/embedded/identity'
import { embeddedClient } from './embedded-client.ts'
import { identityContract } from './identity-contract.ts'

identityContract('embedded', {
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'identity-'))
    const { issuer, close } = await startIdentity({ dataDir, port: 0, clients: [embeddedClient] })
    return {
      ...embeddedClient,
      issuer,
      audience: 'midi-quercy-api',
      user: { username: 'editor', password: 'demo', role: 'editor' },
      async stop() {
        await close()
        await rm(dataDir, { recursive: true })
      },
    }
  },
})
