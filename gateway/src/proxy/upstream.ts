import type { Log } from '@pmq/platform/log'
import { type RequestHandler, Router } from 'express'
import { createProxy } from './proxy.ts'

/** What stands behind the gateway: a handler in this process, or a server elsewhere. */
export type Upstream = { handle: RequestHandler } | { url: string }

export type Connected = { handle: RequestHandler; close(): Promise<void> }

/**
 * Makes an upstream answer requests. Both kinds see the same request: a server gets the whole address, as does a
 * handler, in `originalUrl`.
 * @param mountedAt what a handler's own addresses are relative to: `/api/content`
 */
export function connectUpstream(
  upstream: Upstream,
  { mountedAt, timeoutMs, log }: { mountedAt: string; timeoutMs: number; log: Log },
): Connected {
  if ('handle' in upstream) {
    return { handle: Router().use(mountedAt, upstream.handle), close: async () => undefined }
  }
  const proxy = createProxy({ url: upstream.url, timeoutMs, log })
  return { handle: (req, res) => proxy.handle(req, res), close: proxy.close }
}
