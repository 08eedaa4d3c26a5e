import { join } from 'node:path'
import { openDatabase, openDataFolder } from '../data-folder/index.ts'
import { serveEngine } from '../engine-worker/index.ts'
import { createGroupCommit } from '../group-commit/index.ts'
import { type IndexCatalog, openIndexCatalog } from './index-catalog.ts'

export type SearchWorkerOptions = { dataDir: string }
export type SearchMethods = IndexCatalog & { check(): void }

/** The version of the files. Raise it when older programs could not read them, or when the French analysis changes. */
const FORMAT = 1

serveEngine(async ({ dataDir }: SearchWorkerOptions) => {
  await openDataFolder(dataDir, 'search', FORMAT)
  const database = openDatabase(join(dataDir, 'search.db'))
  const commits = createGroupCommit(database)
  const methods: SearchMethods = {
    ...openIndexCatalog(database, commits),
    check: () => void database.prepare('SELECT 1').get(),
  }
  return {
    ready: undefined,
    methods,
    close() {
      commits.flush()
      database.close()
    },
  }
})
