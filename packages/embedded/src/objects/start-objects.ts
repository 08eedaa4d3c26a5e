import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import { loopback } from '../listen/index.ts'

export type ObjectsOptions = {
  /** The folder that this engine owns; created when needed. */
  dataDir: string
  /** 0 for any free port. */
  port: number
  /** The addresses to listen on; this machine's loopback by default. */
  addresses?: readonly string[]
  accessKey: string
  secretKey: string
  /** Created when they do not exist. */
  buckets?: string[]
  /** The pages that may call from a browser: exact origins (`http://localhost:8080`), or `*`. None by default. */
  corsOrigins?: string[]
  region?: string
  /** Bytes that uploads leave free on the disk; 64 MiB by default. */
  minFreeBytes?: number
  /** Told when the engine's thread dies unasked. */
  onFailure?: (failure: EngineWorkerFailure) => void
}

export type EmbeddedObjects = {
  /** `http://localhost:PORT` */
  endpoint: string
  region: string
  /** Lets running transfers finish for 5 seconds, then stops. */
  close(): Promise<void>
}

export type ObjectsWorkerOptions = Required<Omit<ObjectsOptions, 'onFailure'>>
export type ObjectsReady = { port: number }

const minFree = 64 * 1024 ** 2

/**
 * Starts the embedded object store: a subset of S3 on the files of `dataDir`, in a thread of its own, on this
 * machine's loopback unless `addresses` say otherwise. What it does not support it refuses by name; see the README.
 * @throws Error with code `EADDRINUSE`, `DATA_TOO_NEW`, `DATA_IN_USE` …
 */
export async function startObjects({ onFailure, ...options }: ObjectsOptions): Promise<EmbeddedObjects> {
  const region = options.region ?? 'us-east-1'
  const settings: ObjectsWorkerOptions = {
    buckets: [],
    corsOrigins: [],
    minFreeBytes: minFree,
    addresses: loopback,
    ...options,
    region,
  }
  const url = new URL('./objects-worker.ts', import.meta.url)
  const worker = await startEngineWorker<ObjectsReady>('objects', url, settings, onFailure)
  return { endpoint: `http://localhost:${worker.ready.port}`, region, close: worker.close }
}
