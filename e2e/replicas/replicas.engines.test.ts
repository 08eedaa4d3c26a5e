import { openSession } from '../support/api-session.ts'
import { watched } from '../support/platform.ts'
import { startOnEngines } from '../support/start-on-engines.ts'
import { losing } from './losing.ts'
import { sharing } from './sharing.ts'

// Everybody’s limit is not what is tried here: five people ask as fast as they can.
const platform = watched(
  await startOnEngines({ RATE_PAGES: '100000', RATE_API_READS: '100000', RATE_API_WRITES: '100000' }),
)
const stage = { platform, editor: await openSession(platform, 'editor'), admin: await openSession(platform, 'admin') }

sharing(stage)
losing(stage)
