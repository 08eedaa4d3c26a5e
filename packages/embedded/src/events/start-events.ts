import type { Bus } from '@pmq/platform/bus'
import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import { createEmbeddedBus } from './embedded-bus.ts'
import type { EventLogMethods, EventLogOptions } from './event-log-worker.ts'

export type EventsOptions = {
  /** Folder of the log, created if needed; for one process at a time. */
  dataDir: string
  /** Of topics created from now on; default 8. Existing topics keep theirs. */
  partitions?: number
  /** Told when the engine dies unasked: the program should stop. Default: throw. */
  onFailure?: (failure: EngineWorkerFailure) => void
}

/**
 * Starts the embedded event log: a durable bus for one process, in place of Kafka.
 * @throws Error with code `DATA_TOO_NEW`, `DATA_UNREADABLE`, `DATA_IN_USE` or the system's own (`ENOSPC`, `EACCES` …)
 */
export async function startEvents({
  dataDir,
  partitions = 8,
  onFailure,
}: EventsOptions): Promise<{ bus: Bus; close(): Promise<void> }> {
  const options: EventLogOptions = { dataDir, partitions }
  const url = new URL('./event-log-worker.ts', import.meta.url)
  const worker = await startEngineWorker<void, EventLogMethods>('events', url, options, onFailure)
  const bus = createEmbeddedBus(worker)
  return {
    bus,
    async close() {
      try {
        await bus.close()
      } finally {
        await worker.close()
      }
    },
  }
}
