import { once } from 'node:events'
import type { AddressInfo, Server } from 'node:net'

/** This machine, under both its names: browsers ask `localhost` at either. */
export const loopback: readonly string[] = ['127.0.0.1', '::1']

export type Listening<OneServer extends Server> = {
  /** The same on every address. */
  port: number
  /** One for each address; each is to be closed. */
  servers: OneServer[]
}

/** What the system says of an address that this machine does not have, as `::1` where IPv6 is off. */
const absent = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT'])
const attempts = 20

/**
 * Listens on one port of several addresses. Addresses that this machine does not have are left out, unless none is left.
 * @param create makes a server; called once for each address
 * @param port 0: any that is free on all of them
 * @throws the system's own (`EADDRINUSE`, `EACCES` …), with everything closed
 */
export async function listen<OneServer extends Server>(
  create: () => OneServer,
  { port, addresses = loopback }: { port: number; addresses?: readonly string[] },
): Promise<Listening<OneServer>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await listenOnce(create, port, addresses)
    } catch (error) {
      // Port 0: the one that was free on the first address may be taken on the second.
      if (port !== 0 || codeOf(error) !== 'EADDRINUSE' || attempt === attempts) throw error
    }
  }
}

async function listenOnce<OneServer extends Server>(
  create: () => OneServer,
  wanted: number,
  addresses: readonly string[],
): Promise<Listening<OneServer>> {
  const servers: OneServer[] = []
  let port = wanted
  let refusal: unknown
  try {
    for (const address of addresses) {
      const server = create()
      server.listen(port, address)
      try {
        await once(server, 'listening')
      } catch (error) {
        if (!absent.has(codeOf(error) ?? '')) throw error
        refusal = error
        continue
      }
      servers.push(server)
      port = (server.address() as AddressInfo).port
    }
    if (servers.length === 0) throw refusal
    return { port, servers }
  } catch (error) {
    for (const server of servers) server.close()
    throw error
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
