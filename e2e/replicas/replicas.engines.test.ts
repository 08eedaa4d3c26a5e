import assert from 'node:assert/strict'
import { openSession } from '../support/api-session.ts'
import { form, replicas } from '../support/form.ts'
import { watched } from '../support/platform.ts'
import { startOnEngines } from '../support/start-on-engines.ts'
import { losing } from './losing.ts'
import { sharing } from './sharing.ts'

assert.ok(form === 'processes' && replicas > 1, 'to be run with PMQ_E2E=processes E2E_REPLICAS=2')

// Everybody’s limit is not what is tried here: five people ask as fast as they can.
const platform = watched(
  await startOnEngines({ RATE_PAGES: '100000', RATE_API_READS: '100000', RATE_API_WRITES: '100000' }),
)
const stage = { platform, editor: await openSession(platform, 'editor'), admin: await openSession(platform, 'admin') }

sharing(stage)
losing(stage)
