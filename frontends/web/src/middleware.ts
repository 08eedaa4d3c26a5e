import { defineMiddleware } from 'astro:middleware'
import { isApiUnavailable, isNotFound } from './errors/page-errors.ts'
import { readShell } from './site/shell.ts'

const unavailable = '/503'

/** Gives each page its shell, turns errors into the site's own error pages, and tells the gateway what may be kept. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, routePattern } = context
  const { content, site, dependencies, log, requestId } = locals
  if (routePattern === unavailable && !locals.failed) return new Response(null, { status: 404 })
  if (!locals.shell) {
    locals.shell = readShell(content, site)
    locals.shell.catch(() => {}) // awaited by the layout; a feed has none
  }
  try {
    const response = await next()
    // A page that named nothing is not kept; every page is surrounded by its shell.
    const isKept = response.status === 200 && dependencies.size > 0
    if (isKept) response.headers.set('x-pmq-depends-on', [...dependencies, 'sites', `tree:${site}`].join(' '))
    response.headers.set('cache-control', isKept || response.status === 301 ? 'no-cache' : 'no-store')
    if (response.headers.get('content-type') === 'text/html')
      response.headers.set('content-type', 'text/html; charset=utf-8')
    return response
  } catch (error) {
    if (isNotFound(error)) return new Response(null, { status: 404 })
    if (isApiUnavailable(error) && !locals.failed) {
      log.warn({ err: error, requestId }, 'a page could not be made: the API did not answer')
      locals.failed = true
      return context.rewrite(unavailable)
    }
    log.error({ err: error, requestId, path: context.url.pathname }, 'a page failed')
    return new Response(null, { status: 500 })
  }
})
