import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import type { DocumentsWorkerOptions } from './documents-worker.ts'

export type DocumentsOptions = {
  /** Folder of the data file, created if need be; one engine at a time may use it. */
  dataDir: string
  /** 0: any free port. */
  port: number
  /** There is no sign-in, so anything but the loopback address opens the data to the network. */
  host?: string
  onFailure?: (failure: EngineWorkerFailure) => void
}

/** A MongoDB server for one machine. See the README beside this file for what it can and cannot do. */
export type Documents = {
  /** For mongoose or the driver; the database is named apart: `mongoose.createConnection(uri, { dbName: 'content' })`. */
  uri: string
  close(): Promise<void>
}

/**
 * Starts the embedded document engine in a thread of its own.
 * @throws with `code` `EADDRINUSE` (port taken), `DATA_IN_USE` (another engine has the folder), `DATA_TOO_NEW`
 * (written by a newer version), or what the disk said
 */
export async function startDocuments(options: DocumentsOptions): Promise<Documents> {
  const { dataDir, port, host = '127.0.0.1', onFailure } = options
  const workerOptions: DocumentsWorkerOptions = { dataDir, port, host }
  const url = new URL('./documents-worker.ts', import.meta.url)
  const engine = await startEngineWorker<{ port: number }>('documents', url, workerOptions, onFailure)
  const authority = `${host.includes(':') ? `[${host}]` : host}:${engine.ready.port}`
  return {
    uri: `mongodb://${authority}/?directConnection=true&retryWrites=false`,
    close: () => engine.close(),
  }
}
