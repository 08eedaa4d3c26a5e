import { AsyncLocalStorage } from 'node:async_hooks'
import { pathToFileURL } from 'node:url'
import type { NextFunction, Request, Response } from 'express'
import type { PageLocals, WebLog } from '../locals.ts'

export type Pages = (req: Request, res: Response, next: NextFunction, locals: PageLocals) => Promise<void>

/**
 * Loads the pages that Astro built. Its adapter listens to `unhandledRejection` and swallows those of the whole process; a
 * process that also runs services must hear its own, so that listener is replaced by one that only takes those of a page.
 */
export async function loadPages(entry: string, log: WebLog): Promise<Pages> {
  const before = new Set(process.listeners('unhandledRejection'))
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: Pages }
  for (const listener of process.listeners('unhandledRejection'))
    if (!before.has(listener)) process.off('unhandledRejection', listener)

  const rendering = new AsyncLocalStorage<string>()
  process.on('unhandledRejection', (reason) => {
    const path = rendering.getStore()
    if (path !== undefined) return log.error({ err: reason, path }, 'a page left a failure behind')
    if (process.listenerCount('unhandledRejection') === 1) throw reason
  })
  return (req, res, next, locals) => rendering.run(req.path, () => handler(req, res, next, locals))
}
