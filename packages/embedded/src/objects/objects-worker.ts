import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { openDatabase, openDataFolder } from '../data-folder/index.ts'
import { serveEngine } from '../engine-worker/index.ts'
import { listen } from '../listen/index.ts'
import { createRequestListener } from './answer-request.ts'
import { openBlobStore } from './blob-store.ts'
import { createCors } from './cors.ts'
import { checkBucketName } from './names.ts'
import { createObjectIndex } from './object-index.ts'
import type { ObjectsReady, ObjectsWorkerOptions } from './start-objects.ts'
import { createUploadIndex } from './upload-index.ts'

const format = 1
const idle = 120_000 // milliseconds: a sender that stays silent so long is cut off
const closing = 5_000 // milliseconds that running transfers get to finish

serveEngine<ObjectsWorkerOptions, ObjectsReady>(async (options) => {
  const { dataDir, port, addresses, buckets, corsOrigins, region, minFreeBytes } = options
  await openDataFolder(dataDir, 'objects', format)
  const database = openDatabase(join(dataDir, 'index.db'))
  const index = createObjectIndex(database)
  const uploads = createUploadIndex(database)
  const blobs = await openBlobStore(dataDir, minFreeBytes)
  await blobs.sweep((blob) => index.isUsed(blob) || uploads.isUsed(blob))

  const existing = new Set(index.buckets().map(({ name }) => name))
  for (const name of buckets) {
    checkBucketName(name)
    if (!existing.has(name)) index.addBucket(name, Date.now())
  }

  const engine = { index, uploads, blobs, region, now: Date.now }
  const report = (error: unknown) => process.emitWarning(error instanceof Error ? error : String(error))
  const listener = createRequestListener({ engine, credentials: options, cors: createCors(corsOrigins), report })
  // No limit on the whole request: five gibibytes take their time. Silence is what has a limit.
  const create = () => {
    const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, listener)
    server.timeout = idle
    return server
  }
  const listening = await listen(create, { port, addresses })

  return {
    ready: { port: listening.port },
    async close() {
      await Promise.all(listening.servers.map(stop))
      database.close()
    },
  }
})

/** Who is being answered gets the answer, within limits. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const cut = setTimeout(() => server.closeAllConnections(), closing)
  await closed
  clearTimeout(cut)
}
