import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSearch } from '@pmq/embedded/search'
import { searchContract } from './index.ts'

searchContract('the embedded engine', {
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'search-'))
    const { engine, close } = await startSearch({ dataDir })
    return {
      engine,
      async stop() {
        await close()
        await rm(dataDir, { recursive: true })
      },
    }
  },
})
