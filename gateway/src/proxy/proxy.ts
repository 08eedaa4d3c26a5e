import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '@pmq/platform/log'
import { type Dispatcher, errors, Pool } from 'undici'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'
import { endToEnd } from './hop-by-hop.ts'

export type Proxy = { handle(req: IncomingMessage, res: ServerResponse): void; close(): Promise<void> }

export type ProxyOptions = {
  url: string
  /** Milliseconds for the answer to begin, and between two pieces of it. */
  timeoutMs: number
  log: Log
}

const connectTimeoutMs = 3_000
const connections = 128

/**
 * Passes requests on to a server, bodies streamed both ways at the pace of the slower side. When the client goes away
 * the request is dropped there too. Below undici's `stream`, on `dispatch`: no stream objects between two sockets.
 */
export function createProxy({ url, timeoutMs, log }: ProxyOptions): Proxy {
  const { origin, pathname } = new URL(url)
  const prefix = pathname.replace(/\/$/, '')
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 4_000, // below Node's default of 5 s on the other side, so that we close first
  })

  const handle = (req: IncomingMessage, res: ServerResponse, triesLeft = 1) => {
    const hasBody = req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0
    let controller: Dispatcher.DispatchController | undefined
    let left = Number.NaN // bytes of a body that has a length
    const onClose = () => {
      if (!res.writableFinished) controller?.abort(new ClientLeft())
    }
    res.once('close', onClose)

    pool.dispatch(
      {
        path: prefix + req.url,
        method: (req.method ?? 'GET') as Dispatcher.HttpMethod,
        headers: endToEnd(req.headers),
        body: hasBody ? req : null,
      },
      {
        onRequestStart(started) {
          controller = started
          if (res.destroyed) started.abort(new ClientLeft())
        },
        onResponseStart(_controller, status, headers) {
          if (status < 200) return // hints are not passed on
          const kept = endToEnd(headers)
          for (const name in kept) {
            const value = kept[name]
            if (value === undefined) continue
            if (name === 'set-cookie') res.appendHeader(name, value)
            else res.setHeader(name, value)
          }
          left = Number(headers['content-length'] ?? Number.NaN)
          res.writeHead(status)
        },
        onResponseData(receiving, chunk) {
          left -= chunk.length
          // The last piece and the end go out in one write, and most answers are one piece.
          if (left === 0) res.end(chunk)
          else if (res.write(chunk) === false) {
            receiving.pause()
            res.once('drain', () => receiving.resume())
          }
        },
        onResponseEnd() {
          res.off('close', onClose)
          if (!res.writableEnded) res.end()
        },
        onResponseError(_controller, error) {
          res.off('close', onClose)
          if (error instanceof ClientLeft || res.destroyed) return
          // The server closed a connection that it had kept alive, just as we used it: nothing was done there.
          const again = !hasBody && (req.method === 'GET' || req.method === 'HEAD') && isClosedSocket(error)
          if (again && triesLeft > 0 && !res.headersSent) return handle(req, res, triesLeft - 1)
          if (!res.writableEnded) log.warn({ err: error, upstream: origin }, 'an upstream did not answer')
          sendProblem(req, res, isTimeout(error) ? problems.tooLate : problems.unavailable)
        },
      },
    )
  }

  return { handle: (req, res) => handle(req, res), close: () => pool.destroy() }
}

class ClientLeft extends Error {
  override readonly name = 'ClientLeft'
}

const isTimeout = (error: Error) =>
  error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError

const isClosedSocket = (error: Error & { code?: string }) =>
  error instanceof errors.SocketError || error.code === 'ECONNRESET' || error.code === 'EPIPE'
