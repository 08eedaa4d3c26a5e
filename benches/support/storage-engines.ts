import { join } from 'node:path'
import { startDocuments } from '@pmq/embedded/documents'
import { startEvents } from '@pmq/embedded/events'
import { type EngineName, engineEnvironment, engineStatus } from '@pmq/infra/engines'
import type { Bus } from '@pmq/platform/bus'
import { createKafkaBus } from '@pmq/platform/bus/kafka'
import { silentLog } from '@pmq/platform/log'
import type { BenchOptions } from './bench.ts'
import { Missing } from './missing.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type StorageEngines = { documentsUri: string; bus: Bus; close(): Promise<void> }

/** Which of the engines of `npm run engines` answers at an address. */
const engineAt = {
  MONGODB_URI: 'mongodb',
  KAFKA_BROKERS: 'kafka',
  ELASTICSEARCH_URL: 'opensearch',
  S3_ENDPOINT: 's3',
  S3_ACCESS_KEY: 's3',
  S3_SECRET_KEY: 's3',
} as const satisfies Record<string, EngineName>

/** The address of a real engine: the environment's, or that of the engine that is up here. @throws Missing */
export async function needAddress(name: keyof typeof engineAt): Promise<string> {
  const given = process.env[name]
  if (given) return given
  const engine = engineAt[name]
  const [status] = await engineStatus([engine])
  const known = engineEnvironment()[name]
  if (status?.state === 'up' && known) return known
  throw new Missing(`This bench needs a real engine: npm run engines -- up ${engine}, or its address in ${name}.`)
}

/** Documents and events, embedded in a folder of the moment or at the addresses of the environment. */
export async function openStorageEngines(engines: BenchOptions['engines']): Promise<StorageEngines> {
  if (engines === 'real') {
    const documentsUri = await needAddress('MONGODB_URI')
    const bus = createKafkaBus({
      brokers: (await needAddress('KAFKA_BROKERS')).split(','),
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
