import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What is known of one connection of a server. */
export type Connection = {
  socket: Socket
  /** Requests that are being answered. */
  answering: Set<ServerResponse>
  /** Since when nothing is being answered on it, as `performance.now()` tells it. */
  idleSince: number
  /** How much it had brought by then. More: the next request has begun to arrive. */
  readThen: number
  /** It has carried a request. */
  used: boolean
}

const followed = new WeakMap<Server, Set<Connection>>()

/**
 * Remembers what a server's connections are doing, so that `closeServer` can tell those at work from those that are idle,
 * and since when. To be called before the server listens.
 */
export function followRequests<One extends Server>(server: One): One {
  const connections = new Set<Connection>()
  const bySocket = new WeakMap<Socket, Connection>()
  followed.set(server, connections)
  server.prependListener('connection', (socket) => {
    const idleSince = performance.now()
    const connection: Connection = { socket, answering: new Set(), idleSince, readThen: 0, used: false }
    connections.add(connection)
    bySocket.set(socket, connection)
    socket.once('close', () => connections.delete(connection))
  })
  server.prependListener('request', ({ socket }, res) => {
    const connection = bySocket.get(socket)
    if (!connection) return
    connection.used = true
    connection.answering.add(res)
    res.once('close', () => {
      connection.answering.delete(res)
      connection.idleSince = performance.now()
      connection.readThen = socket.bytesRead
    })
  })
  return server
}

/** @throws Error when nobody followed the server */
export function connectionsOf(server: Server): ReadonlySet<Connection> {
  const connections = followed.get(server)
  if (!connections) throw new Error('A server that is to be closed must be given to followRequests first.')
  return connections
}

/** For how many milliseconds nothing has come or gone on a connection; 0 when it is at work. */
export const idleFor = ({ answering, socket, readThen, idleSince }: Connection): number =>
  answering.size > 0 || socket.bytesRead > readThen ? 0 : performance.now() - idleSince
