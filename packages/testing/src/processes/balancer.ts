import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export type Balancer = {
  port: number
  /** How many connections each target has been given, in the order of the targets. */
  given(): number[]
  close(): Promise<void>
}

type Target = { port: number; isReady(): Promise<boolean> }

const everyMs = 250

/**
 * What stands before the replicas of a program, as a cluster's network does it: each new connection goes to the next
 * replica that is ready, and to another one when that refuses it. It knows nothing of HTTP.
 */
export async function startBalancer(port: number, targets: readonly Target[]): Promise<Balancer> {
  const states = targets.map((target) => ({ ...target, ready: true, given: 0 }))
  const sockets = new Set<Socket>()
  let turn = 0
  let closed = false

  /** Whose turn it is: those that are ready, then the others, for the last look at them may be a moment old. */
  const order = () => {
    turn += 1
    const rotated = states.map((_, index) => states[(turn + index) % states.length]).filter((state) => !!state)
    return [...rotated.filter(({ ready }) => ready), ...rotated.filter(({ ready }) => !ready)]
  }

  const server = createServer({ noDelay: true, pauseOnConnect: true }, (client) => {
    keep(client)
    const candidates = order()
    const tryNext = () => {
      const target = candidates.shift()
      if (!target || client.destroyed) return client.destroy()
      const upstream = connect({ port: target.port, host: '127.0.0.1', noDelay: true })
      const refused = () => {
        target.ready = false
        tryNext()
      }
      upstream.once('error', refused)
      upstream.once('connect', () => {
        upstream.off('error', refused)
        keep(upstream)
        target.given += 1
        client.pipe(upstream).pipe(client)
        client.resume()
        // Whatever ends one side ends the other, after what was written: a pipe only passes on a good end.
        upstream.once('close', (failed) => (failed ? client.destroy() : client.end()))
        client.once('close', () => upstream.destroy())
      })
    }
    tryNext()
  })
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  }
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))

  const look = setInterval(() => {
    for (const state of states) {
      state.isReady().then((ready) => {
        if (!closed) state.ready = ready
      })
    }
  }, everyMs)

  return {
    port: (server.address() as AddressInfo).port,
    given: () => states.map(({ given }) => given),
    close() {
      closed = true
      clearInterval(look)
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
