import { join } from 'node:path'
import { serveEngine } from '../engine-worker/serve-engine.ts'
import { serveDocuments } from './document-server.ts'
import { openSqliteLog } from './storage/sqlite-log.ts'

export type DocumentsWorkerOptions = { dataDir: string; port: number; host: string }

serveEngine<DocumentsWorkerOptions, { port: number }>(async ({ dataDir, port, host }) => {
  const server = await serveDocuments(openSqliteLog(join(dataDir, 'documents.sqlite')), { port, host })
  return { ready: { port: server.port }, close: server.close }
})
