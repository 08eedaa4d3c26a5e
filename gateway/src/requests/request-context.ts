import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { SiteId } from '@pmq/contracts/content'
import { nextTraceparent } from '@pmq/platform/context'

/** What the gateway knows of a request, for as long as it lasts. */
export type GatewayContext = {
  requestId: string
  traceparent: string
  /** Which public site was asked; absent before the host is known, and for health checks. */
  site?: SiteId
  /** Who asks, as far as rate limits are concerned. */
  client: string
  /** Given by the session, when there is one: rate limits count by it. */
  sessionId?: string
}

const contexts = new WeakMap<IncomingMessage, GatewayContext>()

/** The context of a request that `openRequest` has seen. */
export function contextOf(req: IncomingMessage): GatewayContext {
  const context = contexts.get(req)
  if (!context) throw new Error('This request was not opened.')
  return context
}

export const requestIdOf = (req: IncomingMessage): string | undefined => contexts.get(req)?.requestId

/** A request id that a proxy of ours may give: nothing that could break a log line or a header. */
const saneId = /^[\w.-]{8,100}$/

/**
 * Gives a request its identity. Ids and traces that come from outside are believed only when a proxy of ours stands
 * between, for it replaces those of the client.
 */
export function openContext(req: IncomingMessage, client: string, trustsPeer: boolean): GatewayContext {
  const given = trustsPeer ? req.headers['x-request-id'] : undefined
  const parent = trustsPeer ? req.headers.traceparent : undefined
  const fresh = randomUUID()
  const context: GatewayContext = {
    requestId: typeof given === 'string' && saneId.test(given) ? given : fresh,
    traceparent: typeof parent === 'string' ? nextTraceparent(parent) : traceparentFrom(fresh),
    client,
  }
  contexts.set(req, context)
  return context
}

/** The root of a new trace, out of the request's own id: that one is random enough, and random bytes are dear here. */
function traceparentFrom(uuid: string): string {
  const digits = uuid.replaceAll('-', '')
  return `00-${digits}-${digits.slice(16)}-01`
}
