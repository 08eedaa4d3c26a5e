import { Agent, get } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** Asks again and again, until the program takes no more connections. `heard` is told of each answer. */
export type Client = (heard: (status: number, what: string) => void) => Promise<never>

/** The clients that a site has at one moment, each kind with connections of its own. */
export function readers(url: string, paths: readonly string[]): { clients: Client[]; close(): void } {
  const busy = new Agent({ keepAlive: true })
  const pausing = new Agent({ keepAlive: true })
  const place = (turn: number) => url + (paths[turn % paths.length] ?? '')
  const reader =
    (first: number, ask: (address: string) => Promise<number>, pause = () => 0): Client =>
    async (heard) => {
      for (let turn = first; ; turn += 1) {
        heard(await ask(place(turn)), place(turn))
        await delay(pause())
      }
    }
  const many = (count: number, make: (n: number) => Client) => Array.from({ length: count }, (_, n) => make(n))
  return {
    clients: [
      // A program's pool of connections; it believes what a server promises about keeping them.
      ...many(8, (n) => reader(n, fetched)),
      ...many(5, (n) => reader(n, (address) => got(address, busy))),
      // They come back to connections that have been idle for a while.
      ...many(5, (n) =>
        reader(
          n,
          (address) => got(address, pausing),
          () => Math.random() * 400,
        ),
      ),
      // Each time a new connection.
      ...many(2, (n) =>
        reader(
          n,
          (address) => got(address, false),
          () => Math.random() * 20,
        ),
      ),
    ],
    close() {
      busy.destroy()
      pausing.destroy()
    },
  }
}

async function fetched(address: string): Promise<number> {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer.status
}

/** @param agent `false`: a connection of its own */
export const got = (address: string, agent: Agent | false): Promise<number> =>
  new Promise((resolve, reject) => {
    get(address, { agent }, (answer) => {
      answer
        .resume()
        .on('end', () => resolve(answer.statusCode ?? 0))
        .on('error', reject)
    }).on('error', reject)
  })
