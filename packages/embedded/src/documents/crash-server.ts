import { join } from 'node:path'
import { openDatabase } from '../data-folder/index.ts'
import { serveDocuments } from './document-server.ts'
import { startDocuments } from './index.ts'
import { createSqliteLog, type LogEntry } from './storage/sqlite-log.ts'

// Run by crash.test.ts, which kills it: says where it listens. "careless" is an engine that acknowledges before the
// commit, to prove that the test would notice.
const [dataDir = '', manner = ''] = process.argv.slice(2)

if (manner === 'careless') {
  const log = createSqliteLog(openDatabase(join(dataDir, 'documents.db')))
  const waiting: LogEntry[] = []
  setInterval(() => log.commit(waiting.splice(0)), 100)
  const careless = { ...log, commit: (entries: LogEntry[]) => void waiting.push(...entries) }
  const { port } = await serveDocuments(careless, { port: 0, host: '127.0.0.1' })
  process.stdout.write(`mongodb://127.0.0.1:${port}/?directConnection=true\n`)
} else {
  const { uri } = await startDocuments({ dataDir, port: 0 })
  process.stdout.write(`${uri}\n`)
}
