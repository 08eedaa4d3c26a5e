import { type Connection, openConnection, type Target } from './connection.ts'

/** What became of many slow clients. */
export type Patience = { ended: number; stillOpen: number; statuses: Record<number, number>; slowestMs: number }

async function watch(connections: Connection[], patienceMs: number): Promise<Patience> {
  const begun = performance.now()
  let slowestMs = 0
  const ends = await Promise.all(
    connections.map(async (connection) => {
      const ended = await connection.ended(patienceMs)
      slowestMs = Math.max(slowestMs, performance.now() - begun)
      return ended
    }),
  )
  const statuses: Record<number, number> = {}
  for (const connection of connections) statuses[connection.status()] = (statuses[connection.status()] ?? 0) + 1
  for (const { socket } of connections) socket.destroy()
  const ended = ends.filter(Boolean).length
  return { ended, stillOpen: connections.length - ended, statuses, slowestMs }
}

/** Writes a byte a second, for as long as it is let. */
function trickle({ socket }: Connection, byte: string): void {
  const timer = setInterval(() => socket.writable && socket.write(byte), 1_000)
  socket.once('close', () => clearInterval(timer))
}

type Crowd = { clients: number; patienceMs: number }

/** Slowloris: headers that never end. */
export function slowHeaders(target: Target, { clients, patienceMs }: Crowd): Promise<Patience> {
  const connections = Array.from({ length: clients }, () => openConnection(target, '127.0.2.1'))
  for (const connection of connections) {
    connection.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ')
    trickle(connection, 'a')
  }
  return watch(connections, patienceMs)
}

/** Connections on which nothing is ever said. */
export const silentClients = (target: Target, { clients, patienceMs }: Crowd): Promise<Patience> =>
  watch(
    Array.from({ length: clients }, () => openConnection(target, '127.0.2.2')),
    patienceMs,
  )

/** Bodies that never end, of somebody who is let in. */
export function slowBodies(target: Target, { clients, patienceMs }: Crowd, token: string): Promise<Patience> {
  const connections = Array.from({ length: clients }, () => openConnection(target, '127.0.2.3'))
  for (const connection of connections) {
    connection.socket.write(
      `POST /api/content/articles HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{`,
    )
    trickle(connection, ' ')
  }
  return watch(connections, patienceMs)
}

/** Ask for much and read nothing. @returns how to leave */
export function clientsThatDoNotRead(target: Target, clients: number, path: string): () => void {
  const connections = Array.from({ length: clients }, (_, index) =>
    openConnection(target, `127.0.3.${1 + (index % 250)}`),
  )
  for (const { socket } of connections) {
    socket.pause()
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(40))
  }
  return () => {
    for (const { socket } of connections) socket.destroy()
  }
}
