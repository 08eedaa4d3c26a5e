import type { IncomingMessage, ServerResponse } from 'node:http'
import { S3Error } from './s3-error.ts'

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']
const exposed =
  'ETag, Content-Length, Content-Range, Content-Disposition, Accept-Ranges, Last-Modified, x-amz-request-id'
const preflightLife = 600 // seconds

/** Which browser pages may call: exact origins, or `*`. */
export function createCors(origins: readonly string[]) {
  const allows = (origin: string) => origins.includes('*') || origins.includes(origin)
  return {
    /** Lets the page of an allowed origin read the answer; another page gets no permission, and its browser refuses. */
    permit(request: IncomingMessage, response: ServerResponse): void {
      const { origin } = request.headers
      if (origins.length > 0) response.setHeader('vary', 'Origin')
      if (origin === undefined || !allows(origin)) return
      response.setHeader('access-control-allow-origin', origin)
      response.setHeader('access-control-expose-headers', exposed)
    },
    /** Answers the question that a browser asks before it calls; it is never signed. */
    answerPreflight(request: IncomingMessage, response: ServerResponse): void {
      const { origin } = request.headers
      const method = request.headers['access-control-request-method'] ?? ''
      if (origin === undefined || !allows(origin) || !methods.includes(method)) {
        throw new S3Error('AccessForbidden', 'This origin and method are not allowed by the store’s CORS rules.')
      }
      response.setHeader('access-control-allow-methods', methods.join(', '))
      response.setHeader('access-control-max-age', preflightLife)
      const asked = request.headers['access-control-request-headers']
      if (asked !== undefined) response.setHeader('access-control-allow-headers', asked)
      response.writeHead(204).end()
    },
  }
}

export type Cors = ReturnType<typeof createCors>
