import type { IncomingHttpHeaders } from 'node:http'

/** Headers by which a client could pass for the gateway, for another address or for another user. */
const forged =
  /^(?:x-pmq-|x-forwarded-|forwarded$|via$|x-real-ip$|x-client-ip$|true-client-ip$|x-original-|x-rewrite-|x-http-method|x-method-override$|x-host$|x-request-id$|traceparent$|tracestate$|baggage$|proxy)/

/** Removes what only the gateway may say. To be done once everything that a trusted proxy said has been read. */
export function dropForgedHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (forged.test(name)) delete headers[name]
}

export type Forwarding = { requestId: string; traceparent: string; client: string; url: URL }

/** Tells those behind the gateway what it knows: the request's id and trace, its client, the site's public address. */
export function setForwardedHeaders(
  headers: IncomingHttpHeaders,
  { requestId, traceparent, client, url }: Forwarding,
): void {
  headers['x-request-id'] = requestId
  headers.traceparent = traceparent
  headers['x-forwarded-for'] = client
  headers['x-forwarded-host'] = url.host
  headers['x-forwarded-proto'] = url.protocol.slice(0, -1)
}
