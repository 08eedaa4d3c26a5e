import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { escapeHtml } from '../problems/escape-html.ts'
import { appPolicy } from '../security/content-security-policy.ts'

export type SpaOptions = {
  /** The folder that the build wrote: `index.html`, and `assets/` with hashed names. */
  files: URL
  /** `/admin`: where it is served, as its build was told. */
  base: string
  policy: { signInOrigin: string; https: boolean }
  /** Where each site is read: told to the application, which links to them. */
  siteUrls: Record<string, URL>
}

const noncePlaceholder = '__CSP_NONCE__'
const sitesPlaceholder = '__PMQ_SITES__'

/** Serves a single-page application: its index anew each time, with a nonce of its own, its hashed files for ever. */
export function spaRoutes({ files, base, policy, siteUrls }: SpaOptions): Router {
  const folder = new URL(files.href.endsWith('/') ? files.href : `${files.href}/`)
  const sites = Object.fromEntries(Object.entries(siteUrls).map(([site, url]) => [site, url.href]))
  const sitesText = escapeHtml(JSON.stringify(sites))
  const router = Router({ caseSensitive: true, strict: true })

  router.get(base, (_req, res) => res.redirect(308, `${base}/`))
  router.get([`${base}/`, `${base}/index.html`], async (_req, res, next) => {
    // Read each time: the build may have been renewed under a running gateway, and it is a small file.
    const html = await readFile(new URL('index.html', folder), 'utf8').catch(() => undefined)
    if (html === undefined) return next() // not built
    const nonce = randomBytes(16).toString('base64')
    res
      .set('cache-control', 'no-store')
      .set('content-security-policy', appPolicy(nonce, policy))
      .type('html')
      .send(html.replaceAll(noncePlaceholder, nonce).replaceAll(sitesPlaceholder, sitesText))
  })
  router.use(
    base,
    express.static(fileURLToPath(folder), {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders(res, path) {
        const hashed = /[\\/]assets[\\/]/.test(path)
        res.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    }),
  )
  return router
}
