import { inContext } from '@pmq/platform/context'
import type { RequestHandler } from 'express'
import { clientAddress, clientGroup } from './client-address.ts'
import { dropForgedHeaders } from './forwarded-headers.ts'
import { openContext } from './request-context.ts'

/** The first to see a request: gives it an id and a trace, and forgets what only a proxy of ours may say. */
export function openRequest(trustedHops: number): RequestHandler {
  return (req, res, next) => {
    const client = clientGroup(clientAddress(req, trustedHops))
    const { requestId, traceparent } = openContext(req, client, trustedHops > 0)
    dropForgedHeaders(req.headers)
    res.setHeader('x-request-id', requestId)
    inContext({ requestId, traceparent }, next)
  }
}
