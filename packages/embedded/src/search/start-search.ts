import type { SearchEngine } from '@pmq/platform/search'
import { type EngineWorkerFailure, startEngineWorker } from '../engine-worker/index.ts'
import { createEmbeddedSearchEngine } from './embedded-search-engine.ts'
import type { SearchMethods, SearchWorkerOptions } from './search-worker.ts'

export type SearchOptions = {
  /** Folder of the indexes, created if needed; for one process at a time. */
  dataDir: string
  /** Told when the engine dies unasked: the program should stop. Default: throw. */
  onFailure?: (failure: EngineWorkerFailure) => void
}

/**
 * Starts the embedded search engine, in place of Elasticsearch.
 * @throws Error with code `DATA_TOO_NEW`, `DATA_UNREADABLE`, `DATA_IN_USE` or the system's own (`ENOSPC`, `EACCES` …)
 */
export async function startSearch({
  dataDir,
  onFailure,
}: SearchOptions): Promise<{ engine: SearchEngine; close(): Promise<void> }> {
  const options: SearchWorkerOptions = { dataDir }
  const url = new URL('./search-worker.ts', import.meta.url)
  const worker = await startEngineWorker<void, SearchMethods>('search', url, options, onFailure)
  const engine = createEmbeddedSearchEngine(worker)
  return {
    engine,
    async close() {
      await engine.close()
      await worker.close()
    },
  }
}
