import type { RequestListener, Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, connectionsOf, idleFor } from './follow-requests.ts'

/** So long we look for a good moment to end the listener, and as long again for one at which no connection waits to be taken. */
const arrivalsMs = 2_000
/** What answers of the last moments promise (`Keep-Alive: timeout=3`); good clients stop using a connection a second before. */
const lastPromiseMs = 3_000
/** A connection that carried a request is left open for so long after it. */
const usedMs = 3_000
/** One that never carried any, as browsers open them in advance. */
const unusedMs = 1_000

/**
 * Stops a server without failing a request that has reached it.
 *
 * For `graceMs` it goes on as before, so that load balancers see that it is not ready and send requests elsewhere. Then
 * it takes no more connections, and each answer ends its connection. A connection that stays idle is closed only when
 * it has been so for some seconds: a client may use one that it was promised at any moment, and cannot know whether a
 * request was done that meets its end (RFC 9112, 9.5). What remains, when a server closes at all, is a client that uses a
 * connection after seconds of silence in the very millisecond of its end; and one whose connection the system has set up
 * in the some ten microseconds between our last look and the end of the listener.
 * @param server must have been given to `followRequests`
 */
export async function closeServer(server: Server, { graceMs = 0 }: { graceMs?: number } = {}): Promise<void> {
  const connections = connectionsOf(server)
  server.keepAliveTimeout = Math.min(server.keepAliveTimeout || lastPromiseMs, lastPromiseMs)
  await delay(graceMs)
  const goOn = holdRequests(server)
  await nothingArrives(server)
  const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
  for (const { answering } of connections) for (const res of answering) leave(res)
  goOn()
  server.prependListener('request', (_req, res) => leave(res))
  const sweep = setInterval(() => {
    // After the loop has read what arrived: a timer alone comes before that, and would close a request that lies unread.
    setImmediate(() => {
      for (const connection of connections) if (isLeft(connection)) connection.socket.destroy()
    })
  }, 50)
  await closed
  clearInterval(sweep)
}

const isLeft = (connection: Connection) => idleFor(connection) >= (connection.used ? usedMs : unusedMs)

function leave(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('connection', 'close')
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
      leave(res)
      server.emit('request', req, res)
    }
  }
}

/**
 * Resolves when no connection waits to be taken: clients have sent their requests on those, too, and they are reset with
 * the listener. Node takes one of them in each turn of its loop. A turn in which none came, and which was short, leaves
 * hardly a moment for one to come unseen. On a busy machine turns are long: the longer we have waited, the longer one may
 * be; in the end any will do in which none came.
 */
function nothingArrives(server: Server): Promise<void> {
  const begun = performance.now()
  return new Promise((resolve) => {
    let turnBegun = begun
    let arrived = true // nobody has looked yet
    const arrive = () => {
      arrived = true
    }
    const turn = () => {
      const now = performance.now()
      const waited = now - begun
      const goOn = arrived ? waited < 2 * arrivalsMs : waited < arrivalsMs && now - turnBegun > 0.5 + waited / 100
      if (goOn) {
        turnBegun = now
        arrived = false
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
