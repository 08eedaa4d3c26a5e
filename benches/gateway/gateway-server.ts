// The whole gateway in a process of its own, with somebody signed in. Its argument: the address of the service behind it.

import { startGateway } from '@pmq/gateway/testing'
import { createLog } from '@pmq/platform/log'
import { sayReady } from '../support/start-process.ts'

const [, , service = ''] = process.argv
const plenty = '1000000000'
const gateway = await startGateway({
  upstreams: { services: { content: { url: service } }, web: { url: service } },
  log: createLog('gateway'), // as in production: one line for each request
  // All limits are counted, none is reached. The session lasts as long as the bench.
  env: { RATE_API_READS: plenty, RATE_PAGES: plenty },
})
gateway.provider.accessSeconds = 3_600
const browser = await gateway.signedIn()
const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
sayReady({ url: `http://127.0.0.1:${gateway.port}`, cookie })
