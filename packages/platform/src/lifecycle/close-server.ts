import type { RequestListener, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'

const graceMs = 500
const arrivalsMs = 600

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
  const goOn = holdRequests(server)
  await nothingArrives(server)
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
  const leave = (res: ServerResponse) => {
    if (!res.headersSent) res.setHeader('connection', 'close')
  }
  for (const res of atWork.get(server) ?? []) leave(res)
  goOn()
  server.prependListener('request', (_req, res) => leave(res))
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

/** Lets new requests wait, so that the turns of the loop become short. @returns how to hand them over, to be answered */
function holdRequests(server: Server): () => void {
  const listeners = server.listeners('request') as RequestListener[]
  const held: Parameters<RequestListener>[] = []
  server.removeAllListeners('request').on('request', (...request) => held.push(request))
  return () => {
    server.removeAllListeners('request')
    for (const listener of listeners) server.on('request', listener)
    for (const [req, res] of held) {
      res.setHeader('connection', 'close')
      server.emit('request', req, res)
    }
  }
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
      if (now - turnBegun > 0.5 + waited / 200 && waited < arrivalsMs) {
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
