import type { IncomingMessage } from 'node:http'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { renderErrorPage } from './error-page.ts'
import { paths, realmPath } from './realm.ts'
import { resources } from './resources.ts'
import type { Site } from './site.ts'

/** A request in oidc-provider's server, which is a Koa application. `oidc` is there only after one of its own routes. */
export type Context = KoaContextWithOIDC
export type Next = () => Promise<unknown>

/**
 * Shows the library a request as its users see it: the public address whatever the `Host` header claims, and the path
 * below the realm, which is where its routes begin.
 */
export function seenFrom(request: IncomingMessage & { originalUrl?: string }, { origin }: Site): IncomingMessage {
  const url = request.url ?? '/'
  request.originalUrl = url
  request.url = url.startsWith(`${realmPath}/`) ? url.slice(realmPath.length) : '/' // where there is nothing
  request.headers.host = origin.host
  request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1)
  delete request.headers['x-forwarded-host']
  delete request.headers['x-forwarded-for']
  return request
}

/** Every error becomes a page in French, or two words of JSON for a program; never a stack. */
export function explainErrors(site: Site, onServerError: (error: Error) => void) {
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next()
      if (ctx.status === 404 && ctx.body == null) answer(ctx, 404, 'NotFound', 'not_found')
    } catch (error) {
      const { status = 500, name = 'Error', code } = error as { status?: number; name?: string; code?: unknown }
      if (status >= 500) onServerError(error as Error)
      const label = status === 404 ? 'NotFound' : name
      answer(ctx, status, label, typeof code === 'string' ? code : snake(label))
    }
  }

  function answer(ctx: Context, status: number, name: string, code: string) {
    ctx.status = status
    if (ctx.accepts('json', 'html') === 'html') {
      ctx.set(site.pageHeaders)
      ctx.body = renderErrorPage(status, name, code, site.home)
    } else {
      ctx.set('cache-control', 'no-store')
      ctx.body = { error: code }
    }
  }
}

const snake = (name: string) => name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase()

/** The style sheet of the pages, their print and their fonts. */
export async function serveResources(ctx: Context, next: Next): Promise<void> {
  const { resources: folder } = paths
  const resource = ctx.path.startsWith(folder) ? resources.get(ctx.path.slice(folder.length)) : undefined
  if (!resource) return void (await next())
  ctx.set({
    'content-type': resource.type,
    'cache-control': 'public, max-age=3600',
    'x-content-type-options': 'nosniff',
  })
  ctx.body = resource.body
}
