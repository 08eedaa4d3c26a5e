import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SiteId } from '@pmq/contracts/content'
import type { Log } from '@pmq/platform/log'
import type { Request, RequestHandler, Response } from 'express'
import { type CachedPage, compressPage, createCachedPage, sendCachedPage } from './cached-page.ts'
import { interceptAnswer } from './intercept-answer.ts'
import { dropInnerHeaders, tagsToKeepUnder } from './page-headers.ts'
import { pageTarget } from './page-key.ts'
import { createPageStore } from './page-store.ts'
import { makePublic, type Reader, readerOf } from './public-request.ts'
import { createPurgeLog } from './purge-log.ts'
import { createUnkeptAddresses } from './unkept-addresses.ts'

/**
 * Keeps public pages until an event says that they have changed. Correct because a kept page is a function of its site
 * and address alone (`makePublic`), and because a page that was
 * being rendered when something it shows changed is sent to those who asked before, and not kept.
 * A page that should be rendered anew by its age alone, and cannot be, is still the last that is known to be right.
 */
export type PageCache = {
  /** A page that is ready. With `send`, meant to stand before everything else: they need nothing that comes later. */
  find(site: SiteId, req: IncomingMessage): CachedPage | undefined
  send(page: CachedPage, req: IncomingMessage, res: ServerResponse): void
  /** Answers out of memory, or by rendering; many requests for one page are one render. */
  serve(site: SiteId, req: Request, res: Response, render: Render): void
  purge(tags: readonly string[]): void
  /** Changes cannot be heard: nothing is kept, nothing kept is used, until `trust`. */
  distrust(): void
  trust(): void
  readonly size: number
}

export type Render = (req: Request, res: Response) => void

export type PageCacheOptions = {
  /** Bytes, all encodings together. */
  limit: number
  /** Seconds after which a page is rendered anew even when no event was heard. */
  maxAgeSeconds: number
  /** Seconds for which a page is shown beyond that while rendering fails (5xx), unless an event says that it has changed. */
  staleIfErrorSeconds: number
  /** Queries that one path may have at once; few by default, for a page answers to queries that it does not know. */
  variantsPerPath?: number
  /** Last changes to an answer's headers before it is sent or kept. */
  complete(res: Response): void
  /** For what is not kept. */
  compress: RequestHandler
  clock: () => Date
  log: Log
}

/** One request for a page. */
type Visit = { site: SiteId; target: string; reader: Reader; req: Request; res: Response; render: Render }

type Outcome = { is: 'kept'; page: CachedPage } | { is: 'not-for-all' } | { is: 'abandoned' }

/** After a failed render, the page that we have is sent for so long before the next try: nobody else waits for what fails. */
const restMs = 10_000

/** Larger answers are sent as they come and not kept. */
const largestPage = 4 * 1024 * 1024

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

export function createPageCache(options: PageCacheOptions): PageCache {
  const { limit, maxAgeSeconds, staleIfErrorSeconds, complete, compress, clock, log } = options
  const store = createPageStore(limit, options.variantsPerPath)
  const purges = createPurgeLog()
  /** Renders that newcomers may wait for: those that began after the last purge. */
  const underWay = new Map<string, Promise<Outcome>>()
  const unkept = createUnkeptAddresses()
  let trusted = false

  const find = (site: SiteId, target: string): CachedPage | undefined => {
    const page = trusted ? store.get(site, target) : undefined
    if (!page) return undefined
    const now = clock().getTime()
    return now - page.storedAt < maxAgeSeconds * 1_000 || now < page.standsInUntil ? page : undefined
  }

  /** What can be shown in place of a failure. */
  const standIn = (site: SiteId, target: string): CachedPage | undefined => {
    const page = trusted ? store.get(site, target) : undefined
    const now = clock().getTime()
    if (!page || now - page.storedAt >= (maxAgeSeconds + staleIfErrorSeconds) * 1_000) return undefined
    page.standsInUntil = now + restMs
    return page
  }

  const keep = (site: SiteId, target: string, page: CachedPage) => {
    store.put(site, target, page)
    if (store.get(site, target) !== page) return // it does not fit
    compressPage(page).then(
      (added) => store.grown(site, target, page, added),
      (error: unknown) => log.warn({ err: error, target }, 'a page could not be compressed'),
    )
  }

  const finish = (res: Response) => {
    dropInnerHeaders(res)
    complete(res)
  }

  /** Renders for one reader, with the same last touch. */
  const pass = ({ req, res, render }: Visit) => {
    compress(req, res, () => {
      interceptAnswer(res, {
        onHead: () => {
          finish(res)
          return 'pass'
        },
      })
      render(req, res)
    })
  }

  /** Renders for everybody who asks meanwhile. */
  const lead = (visit: Visit) => {
    const { site, target, req, res, render } = visit
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    const key = `${site} ${target}`
    const begun = purges.begin()
    let over = false
    const settle = (outcome: Outcome) => {
      if (over) return
      over = true
      purges.end(begun)
      if (underWay.get(key) === promise) underWay.delete(key)
      resolve(outcome)
    }
    underWay.set(key, promise)
    res.once('close', () => settle({ is: 'abandoned' }))

    let tags: string[] = []
    let instead: CachedPage | undefined
    const own = { on: res.on, write: res.write, end: res.end, writeHead: res.writeHead, flushHeaders: res.flushHeaders }
    const onHead = () => {
      const keepUnder = tagsToKeepUnder(res)
      finish(res)
      instead = res.statusCode >= 500 ? standIn(site, target) : undefined
      if (instead) return 'hold'
      if (keepUnder === undefined) {
        if (res.statusCode === 200) unkept.add(site, target)
        settle({ is: 'not-for-all' })
        return 'pass'
      }
      tags = keepUnder
      if (tags.length > 0) res.setHeader('cache-control', 'public, no-cache') // browsers ask again, by ETag
      return 'hold'
    }
    const onHeld = (body: Buffer) => {
      const page = instead ?? createCachedPage(res.getHeaders(), body, tags, clock().getTime())
      if (!instead && !over && trusted && !purges.isStale(begun, tags)) keep(site, target, page)
      settle({ is: 'kept', page })
      Object.assign(res, own) // the page has its own compression
      send(page, visit)
    }
    compress(req, res, () => {
      const onOutgrown = () => settle({ is: 'not-for-all' })
      interceptAnswer(res, { onHead, held: { onHeld, onOutgrown, limit: largestPage } })
      render(req, res)
    })
  }

  /** A page is whole in itself: headers that were set for an answer still to come are not its own. */
  const send = (page: CachedPage, { res, reader }: Visit) => {
    for (const name of res.getHeaderNames()) if (name !== 'x-request-id') res.removeHeader(name)
    sendCachedPage(page, reader, res)
  }

  const serve = (visit: Visit) => {
    if (!trusted) return pass(visit)
    const { site, target, res } = visit
    const page = find(site, target)
    if (page) return send(page, visit)
    if (unkept.has(site, target)) return pass(visit)
    const waiting = underWay.get(`${site} ${target}`)
    if (!waiting) return lead(visit)
    void waiting.then((outcome) => {
      if (res.destroyed) return
      if (outcome.is === 'kept') send(outcome.page, visit)
      else if (outcome.is === 'not-for-all') pass(visit)
      else serve(visit) // whoever rendered it has left: somebody else must
    })
  }

  return {
    find: (site, req) => (isReading(req) ? find(site, pageTarget(req.url ?? '/')) : undefined),
    send: (page, req, res) => sendCachedPage(page, readerOf(req), res),
    serve(site, req, res, render) {
      const reader = readerOf(req)
      const cacheable = isReading(req)
      makePublic(req)
      if (cacheable) {
        req.url = pageTarget(req.url)
        req.originalUrl = req.url // some frameworks prefer this one
      }
      const visit = { site, target: req.url, reader, req, res, render }
      if (cacheable) serve(visit)
      else pass(visit)
    },
    purge(tags) {
      purges.purge(tags)
      store.forgetTagged(tags)
      unkept.clear()
      underWay.clear() // newcomers must not wait for what was read before
    },
    distrust() {
      trusted = false
      purges.purgeEverything()
      store.clear()
      unkept.clear()
      underWay.clear()
    },
    trust() {
      trusted = true
    },
    get size() {
      return store.size
    },
  }
}
