import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import type { Bus } from '@pmq/platform/bus'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import type { BenchOptions } from './bench.ts'
import { Missing } from './missing.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type StorageEngines = { documentsUri: string; bus: Bus; close(): Promise<void> }

/** An address of a real engine. @throws Missing */
export function needAddress(name: string): string {
  const value = process.env[name]
  if (value) return value
  throw new Missing(
    `This bench needs a real engine: npm run engines -- up, then ${name} with its address in the environment.`,
  )
}

/** Documents and events, embedded in a folder of the moment or at the addresses of the environment. */
export async function openStorageEngines(engines: BenchOptions['engines']): Promise<StorageEngines> {
  if (engines === 'real') {
    const documentsUri = needAddress('MONGODB_URI')
    const bus = createKafkaBus({
      brokers: needAddress('KAFKA_BROKERS').split(','),
      clientId: 'bench',
      log: silentLog(),
    })
    return { documentsUri, bus, close: bus.close }
  }
  const folder = temporaryFolder()
  const documents = await startDocuments({ dataDir: join(folder, 'documents'), port: 0 })
  const events = await startEvents({ dataDir: join(folder, 'events') })
  return {
    documentsUri: documents.uri,
    bus: events.bus,
    async close() {
      await events.close()
      await documents.close()
    },
  }
}
