import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEvents } from '@pmq/embedded/events'
import { busContract } from './index.ts'

busContract('the embedded event log', {
  async start() {
    const dataDir = await mkdtemp(join(tmpdir(), 'events-'))
    let running = await startEvents({ dataDir })
    return {
      bus: running.bus,
      async restart() {
        await running.close()
        running = await startEvents({ dataDir })
        return running.bus
      },
      async stop() {
        await running.close()
        await rm(dataDir, { recursive: true })
      },
    }
  },
})
