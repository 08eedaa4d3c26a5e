import { once } from 'node:events'
import { createServer } from 'node:net'

/** The first of several ports in a row that nobody listens to, below those that systems give to clients. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 22_000 + Math.floor(Math.random() * 1_000) * 8
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
      for (const server of servers) if (server.listening) server.close()
    }
  }
}
