import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SiteId } from '@pmq/contracts/content'
import { createTypst, drawShareImage } from '@pmq/print'
import type { Request, RequestHandler } from 'express'
import { isApiUnavailable } from '../errors/page-errors.ts'
import type { PageLocals } from '../locals.ts'
import { pageOfShareAddress, shareAddress } from './share-address.ts'
import { shareSubject } from './share-subject.ts'

const plateOf = (site: SiteId) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@pmq/ui/prints/plates/${site}.svg`)), 'utf8')

/**
 * The picture of a page for those who share it: 1200 × 630, made of its title and its print. The gateway keeps it until
 * what it shows changes. Networks ask for one now and then, so one is drawn at a time, a tenth of a second each.
 * @param localsOf nothing when the site is unknown
 */
export function createShareImages(localsOf: (req: Request) => PageLocals | undefined): RequestHandler {
  let typst: ReturnType<typeof createTypst> | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function answer(...[req, res, next]: Parameters<RequestHandler>): Promise<void> {
    const path = pageOfShareAddress(req.path)
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    const locals = path !== undefined && isReading ? localsOf(req) : undefined
    const subject = locals && path ? await shareSubject(locals, path) : undefined
    if (!locals || !subject) return next()
    if ('movedTo' in subject) return res.redirect(302, shareAddress(subject.movedTo))
    const { site, dependencies } = locals
    const { siteName, title, kicker, cover } = subject
    const draw = () => {
      typst ??= createTypst()
      const drawing = cover ? { cover } : { plate: plateOf(site) }
      return drawShareImage(typst, { site, siteName, title, kicker, drawing })
    }
    const drawn = last.then(draw)
    last = drawn.catch(() => undefined)
    const png = await drawn
    res.set({ 'cache-control': 'no-cache', 'x-pmq-depends-on': [...dependencies].join(' ') })
    res.type('png').send(Buffer.from(png))
  }
  return (req, res, next) =>
    void answer(req, res, next).catch((error) => (isApiUnavailable(error) ? res.status(503).end() : next(error)))
}
