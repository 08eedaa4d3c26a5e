import { connect, type Socket } from 'node:net'

/** Whom an attack is played on. */
export type Target = { port: number }

export type Connection = {
  socket: Socket
  /** All that came, as it came. */
  received(): string
  /** Status of the first answer; 0 while there is none. */
  status(): number
  readonly open: boolean
  /** Resolves when the other side ended the connection, or when the patience is over. */
  ended(patienceMs: number): Promise<boolean>
}

/** A connection whose other side is told apart by its address: rate limits count by it, and all of 127/8 is this machine. */
export function openConnection({ port }: Target, from: string): Connection {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from })
  let text = ''
  let open = true
  const closed = new Promise<void>((resolve) =>
    socket.once('close', () => {
      open = false
      resolve()
    }),
  )
  socket.on('data', (chunk: Buffer) => {
    if (text.length < 1_000_000) text += chunk.toString('latin1')
  })
  socket.on('error', () => undefined) // to be cut off is what attackers must expect
  return {
    socket,
    received: () => text,
    status: () => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0),
    get open() {
      return open
    },
    async ended(patienceMs) {
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs)
      })
      await Promise.race([closed, patience])
      clearTimeout(timer)
      return !open
    },
  }
}
