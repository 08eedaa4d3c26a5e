import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'

const graceMs = 500
const arrivalsMs = 2_000

const atWork = new WeakMap<Server, Set<ServerResponse>>()

/**
 * Remembers which requests a server is answering, so that `closeServer` can tell their clients, too, to leave. To be
 * called before the first request.
 */
export function followRequests<One extends Server>(server: One): One {
  const responses = new Set<ServerResponse>()
  atWork.set(server, responses)
  server.prependListener('request', (_req, res) => {
    responses.add(res)
    res.once('close', () => responses.delete(res))
  })
  return server
}

/**
 * Stops a server without failing a request: no new connections, and each answer ends its connection, so that clients
 * at work leave by themselves. Connections that stay idle are closed a little later: closed at once, as
 * `server.close()` does it, one of them may just be carrying a new request.
 */
export async function closeServer(server: Server): Promise<void> {
  await nothingArrives(server)
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
  const leave = (res: ServerResponse) => {
    if (!res.headersSent) res.setHeader('connection', 'close')
  }
  server.prependListener('request', (_req, res) => leave(res))
  for (const res of atWork.get(server) ?? []) leave(res)
  let sweep: NodeJS.Timeout | undefined
  // After the loop has read what arrived: a timer alone comes before that, and would close a request that lies unread.
  const closeIdle = () => setImmediate(() => server.closeIdleConnections())
  const wait = setTimeout(() => {
    closeIdle()
    sweep = setInterval(closeIdle, 50)
  }, graceMs)
  await closed
  clearTimeout(wait)
  clearInterval(sweep)
}

/**
 * Resolves when no connection waits to be taken: clients have sent their requests on those, too, and they are reset with
 * the listener. Node takes one of them in each turn of its loop. A turn in which none came, and which was short, leaves
 * hardly a moment for one to come unseen; the longer we have waited, the longer it may have been.
 */
function nothingArrives(server: Server): Promise<void> {
  const begun = performance.now()
  return new Promise((resolve) => {
    let turnBegun = Number.NEGATIVE_INFINITY
    const arrive = () => {
      turnBegun = Number.NEGATIVE_INFINITY
    }
    const turn = () => {
      const now = performance.now()
      const waited = now - begun
      if (now - turnBegun > 1 + waited / 50 && waited < arrivalsMs) {
        turnBegun = now
        setImmediate(turn)
        return
      }
      server.off('connection', arrive)
      resolve()
    }
    server.on('connection', arrive)
    setImmediate(turn) // from here on, each turn looks for connections once
  })
}
