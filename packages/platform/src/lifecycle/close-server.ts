import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'

const graceMs = 500

/**
 * Stops a server without failing a request: no new connections, and each answer ends its connection, so that clients
 * at work leave by themselves. Connections that stay idle are closed a little later: closed at once, as
 * `server.close()` does it, one of them may just be carrying a new request.
 */
export function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_req, res) => void res.setHeader('connection', 'close'))
  return new Promise((resolve) => {
    let sweep: NodeJS.Timeout | undefined
    const wait = setTimeout(() => {
      server.closeIdleConnections()
      sweep = setInterval(() => server.closeIdleConnections(), 50)
    }, graceMs)
    NetServer.prototype.close.call(server, () => {
      clearTimeout(wait)
      clearInterval(sweep)
      resolve()
    })
  })
}
