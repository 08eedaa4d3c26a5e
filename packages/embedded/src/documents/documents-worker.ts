import { join } from 'node:path'
import { openDatabase, openDataFolder } from '../data-folder/index.ts'
import { serveEngine } from '../engine-worker/index.ts'
import { serveDocuments } from './document-server.ts'
import { createSqliteLog } from './storage/sqlite-log.ts'

export type DocumentsWorkerOptions = { dataDir: string; port: number; host: string }

/** The version of the files. Raise it when older programs could not read them. */
const FORMAT = 1

serveEngine(async ({ dataDir, port, host }: DocumentsWorkerOptions) => {
  await openDataFolder(dataDir, 'documents', FORMAT)
  const log = createSqliteLog(openDatabase(join(dataDir, 'documents.db')))
  const server = await serveDocuments(log, { port, host })
  return { ready: { port: server.port }, close: server.close }
})
