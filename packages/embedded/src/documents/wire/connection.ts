import type { Socket } from 'node:net'
import type { Document } from '../values/document.ts'
import { encodeReply, parseRequest, type Request } from './message.ts'
import { createMessageReader } from './message-reader.ts'

/** Runs a command; `answer` may be called later, but in the order of the commands. */
export type Handle = (command: Document, answer: (reply: Document | Buffer) => void) => void

/** Serves one client until it leaves; whoever does not speak MongoDB's protocol is cut off. */
export function serveConnection(socket: Socket, handle: Handle) {
  const serve = (request: Request) =>
    handle(request.command, (reply) => {
      if (request.wantsReply && !socket.destroyed) socket.write(encodeReply(request, reply))
    })
  const read = createMessageReader((message) => serve(parseRequest(message)))
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk: Buffer) => {
    try {
      read(chunk)
    } catch {
      socket.destroy()
    }
  })
}
