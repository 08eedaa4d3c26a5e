import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startObjects } from '@pmq/embedded/objects'
import { contractOrigin, objectsContract } from './index.ts'

objectsContract('the embedded store', {
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'objects-'))
    const keys = { accessKey: 'contract', secretKey: 'contract-secret-key' }
    const objects = await startObjects({ dataDir, port: 0, ...keys, corsOrigins: [contractOrigin] })
    const stop = async () => {
      await objects.close()
      await rm(dataDir, { recursive: true, force: true })
    }
    return { ...keys, endpoint: objects.endpoint, region: objects.region, stop }
  },
})
