import { createServer } from 'node:net'

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port }, () => server.close(() => resolve(true)))
  })

/** The first of `count` consecutive ports that nobody listens to. Begins somewhere else for each process. */
export async function findFreePorts(count: number): Promise<number> {
  const [first, last] = [9_100, 9_900]
  const blocks = Math.floor((last - first) / count)
  for (let tried = 0; tried < blocks; tried += 1) {
    const port = first + ((process.pid + tried) % blocks) * count
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(port + index)))
    if (free.every(Boolean)) return port
  }
  throw new Error(`No ${count} free ports in a row between ${first} and ${last}`)
}
