import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * The first of `count` ports in a row that nobody listens to. They lie below those from which systems take the near end of
 * a connection (32768 on Linux): a client that asks in a loop whether one of those answers yet may be connected to
 * itself, and hold it.
 */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 22_000 + Math.floor(Math.random() * (10_000 - count))
    const servers = Array.from({ length: count }, () => createServer())
    try {
      for (const [index, server] of servers.entries()) {
        server.listen(first + index)
        await once(server, 'listening')
      }
      return first
    } catch {
      // Somebody has one of them.
    } finally {
      await Promise.all(
        servers.filter(({ listening }) => listening).map((server) => new Promise((closed) => server.close(closed))),
      )
    }
  }
}
