import { traceIdOf } from '@pmq/platform/context'
import type { Log } from '@pmq/platform/log'
import type { RequestHandler } from 'express'
import { contextOf } from './request-context.ts'

/**
 * One line for each request that was not answered out of the page cache. Paths only: queries carry codes, names and
 * what people search for. No addresses of people either: limits are applied, not recorded.
 */
export function accessLog(log: Log): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now()
    const { method } = req
    const [path] = req.url.split('?', 1)
    res.once('close', () => {
      const { requestId, traceparent, site } = contextOf(req)
      log.info(
        {
          method,
          path,
          site,
          status: res.statusCode,
          ms: Math.round(performance.now() - startedAt),
          ...(res.writableFinished ? {} : { cut: true }),
          requestId,
          trace: traceIdOf(traceparent),
        },
        'request',
      )
    })
    next()
  }
}
