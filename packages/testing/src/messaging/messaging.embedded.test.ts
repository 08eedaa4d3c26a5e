import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { messagingContract } from './messaging-contract.ts'

messagingContract('the embedded engines', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'pmq-messaging-'))
  const documents = await startDocuments({ dataDir: join(dataDir, 'documents'), port: 0 })
  const events = await startEvents({ dataDir: join(dataDir, 'events') })
  return {
    documentsUri: documents.uri,
    bus: events.bus,
    async stop() {
      await events.close()
      await documents.close()
      await rm(dataDir, { recursive: true })
    },
  }
})
