import { connect } from 'node:net'

export const HOST = '127.0.0.1'
const PATIENCE = 2_000 // milliseconds

/** Sends some bytes and gives the first that come back; rejects when none come. */
export function firstAnswer(port: number, request?: Uint8Array, enough = 1): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let answer: Buffer<ArrayBufferLike> = Buffer.alloc(0)
    const socket = connect({ host: HOST, port })
    socket.setTimeout(PATIENCE, () => socket.destroy(new Error('no answer')))
    socket.once('connect', () => request && socket.write(request))
    socket.on('data', (data: Buffer) => {
      answer = Buffer.concat([answer, data])
      if (answer.length < enough) return
      resolve(answer)
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('closed without an answer')))
  })
}

/** Whether a GET is answered with 2xx. */
export async function answersOk(url: string, patienceMs = PATIENCE): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) })
  await response.body?.cancel()
  return response.ok
}

/** Whether anything listens there. */
export const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: HOST, port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
