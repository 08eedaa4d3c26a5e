import { serveEngine } from '../engine-worker/index.ts'
import { startIdentityServer } from './identity-server.ts'
import type { IdentityOptions } from './options.ts'

serveEngine(async (options: IdentityOptions, notify) => {
  const { issuer, close } = await startIdentityServer(options, (error) =>
    notify({ message: error.message, stack: error.stack }),
  )
  return { ready: { issuer }, close }
})
