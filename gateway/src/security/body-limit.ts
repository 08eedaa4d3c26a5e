import type { RequestHandler } from 'express'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'

/** How much of a refused body is let by, so that an honest client gets to read our answer before the connection ends. */
const patience = 16

/**
 * Refuses bodies of more than `limit` bytes: by what they declare, or by counting when they do not declare anything.
 * Large files go straight to the object store, never through here.
 */
export function limitBody(limit: number): RequestHandler {
  return (req, res, next) => {
    const declared = req.headers['content-length']
    if (declared !== undefined) {
      if (Number(declared) <= limit) return next() // the parser ends the body there
      if (Number(declared) > patience * limit) res.setHeader('connection', 'close')
      return sendProblem(req, res, problems.tooLarge(limit))
    }
    if (req.headers['transfer-encoding'] === undefined) return next()

    // Counted where the parser hands the pieces over: whoever reads the body, in this process or through the proxy,
    // reads it as a stream, and a second reader would change its pace.
    const push = req.push.bind(req)
    let size = 0
    req.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (!(chunk instanceof Uint8Array)) return push(chunk, encoding)
      const before = size
      size += chunk.length
      if (size <= limit) return push(chunk, encoding)
      if (before <= limit) sendProblem(req, res, problems.tooLarge(limit))
      if (size > patience * limit) req.destroy()
      return true
    }
    next()
  }
}
