import { type Server, type ServerOptions, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from '@pmq/platform/http'
import { problems } from '../problems/problem.ts'
import { sendProblem } from '../problems/send-problem.ts'

const headersMs = 10_000
const requestMs = 30_000
/** Longer than a service may let us wait (`UPSTREAM_TIMEOUT_MS`); whoever reads nothing for so long has left. */
const silenceMs = 120_000

/** To be given to `http.createServer`: what can only be said then. Slow clients are looked for every second. */
export const serverOptions = {
  maxHeaderSize: 16_384,
  requireHostHeader: false, // the gate requires it, and answers with a problem
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000, // longer than the proxies before us keep theirs, so that they close first
} satisfies ServerOptions

export type ServerLimits = { headersMs?: number; requestMs?: number; silenceMs?: number }

/** Sets a server's limits against slow and malformed requests, and makes what Node answers by itself problem+json. */
export function hardenServer(server: Server, limits: ServerLimits = {}): Server {
  server.headersTimeout = limits.headersMs ?? headersMs
  server.requestTimeout = limits.requestMs ?? requestMs
  server.timeout = limits.silenceMs ?? silenceMs
  server.maxHeadersCount = mostHeaders + 1
  server.on('clientError', (error: Error & { code?: string }, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) return void socket.destroy()
    socket.end(rawAnswer(problemFor(error.code)))
  })
  server.on('checkExpectation', (req, res) => sendProblem(req, res, problems.unmetExpectation))
  return server
}

/** Node keeps the answer under way there; its own handler of this event looks at it too, so as not to write into it. */
const isAnswering = (socket: Socket & { _httpMessage?: { headersSent: boolean } }) =>
  socket._httpMessage?.headersSent === true

/** Header fields beyond this are refused. */
export const mostHeaders = 100

function problemFor(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problems.tooSlow
  if (code === 'HPE_HEADER_OVERFLOW') return problems.headersTooLarge
  return problems.malformed
}

/** There is no response object yet when the request could not be read. */
function rawAnswer(problem: Problem): string {
  const body = JSON.stringify(problem)
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
