import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { documentsContract } from './index.ts'

documentsContract('the embedded engine', {
  async connect() {
    const dataDir = await mkdtemp(join(tmpdir(), 'documents-'))
    const { uri, close } = await startDocuments({ dataDir, port: 0 })
    const stop = async () => {
      await close()
      await rm(dataDir, { recursive: true, force: true })
    }
    return { uri, stop }
  },
})
