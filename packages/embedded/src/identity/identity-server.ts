import { type EventEmitter, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { listen } from '../listen/index.ts'
import { createAccounts } from './accounts.ts'
import { createProvider } from './create-provider.ts'
import { demoUsers } from './demo-users.ts'
import { explainErrors, seenFrom, serveResources } from './http.ts'
import { openIdentityStore } from './identity-store.ts'
import { serveLogin } from './login.ts'
import { createLoginThrottle } from './login-throttle.ts'
import { leaveWithoutSession } from './logout.ts'
import type { IdentityOptions } from './options.ts'
import { lifetimes } from './realm.ts'
import { loadSecrets } from './secrets.ts'
import { createSite } from './site.ts'
import { serveUserinfo } from './userinfo.ts'

const sweepEveryMs = 600_000
const patienceMs = 2_000
const clock = () => new Date()

/**
 * Opens the data, listens and answers. Runs in the worker thread.
 * @param onServerError told of what should not have happened; the user sees a page without details
 */
export async function startIdentityServer(options: IdentityOptions, onServerError: (error: Error) => void) {
  const { dataDir, port, addresses, publicUrl, users = demoUsers, clients } = options
  const { accessTokenSeconds = lifetimes.accessToken } = options
  const store = await openIdentityStore(dataDir, clock)
  let servers: Server[] = []
  try {
    const secrets = await loadSecrets(dataDir)
    const listening = await listen(() => createServer(), { port, ...(addresses ? { addresses } : {}) })
    servers = listening.servers
    const site = createSite(new URL(publicUrl ?? `http://localhost:${listening.port}`), clients)
    const accounts = createAccounts(users)
    const provider = createProvider({ site, accounts, clients, store, secrets, accessTokenSeconds })
    provider.proxy = true // reads the headers that seenFrom() writes
    const koa: EventEmitter = provider
    koa.on('error', onServerError)
    provider.on('server_error', (_ctx, error) => onServerError(error))
    provider.use(explainErrors(site, onServerError))
    provider.use(serveResources)
    provider.use(serveLogin({ provider, site, accounts, throttle: createLoginThrottle({ clock }), store }))
    provider.use(serveUserinfo({ site, accounts, store, signingKey: secrets.signingKey }))
    provider.use(leaveWithoutSession({ site, store }))
    const answer = provider.callback()
    for (const server of servers)
      server.on('request', (request, response) => void answer(seenFrom(request, site), response))

    store.sweep()
    const sweeping = setInterval(() => store.sweep(), sweepEveryMs)
    return {
      issuer: site.issuer,
      async close() {
        clearInterval(sweeping)
        await Promise.all(servers.map(stop))
        store.close()
      },
    }
  } catch (error) {
    for (const server of servers) server.close()
    store.close()
    throw error
  }
}

/** Who is being answered gets the answer; a browser that keeps its connection open does not hold us. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const impatience = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(impatience)
}
