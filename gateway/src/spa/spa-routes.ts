import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { appPolicy } from '../security/content-security-policy.ts'

export type SpaOptions = {
  /** The folder that the build wrote: `index.html`, and `assets/` with hashed names. */
  files: URL
  /** `/admin`: where it is served, as its build was told. */
  base: string
  policy: { signInOrigin: string; https: boolean }
}

const placeholder = '__CSP_NONCE__'

/** Serves a single-page application: its index anew each time, with a nonce of its own, its hashed files for ever. */
export function spaRoutes({ files, base, policy }: SpaOptions): Router {
  const folder = new URL(files.href.endsWith('/') ? files.href : `${files.href}/`)
  const router = Router({ caseSensitive: true, strict: true })

  router.get(base, (_req, res) => res.redirect(308, `${base}/`))
  router.get([`${base}/`, `${base}/index.html`], async (_req, res) => {
    // Read each time: the build may have been renewed under a running gateway, and it is a small file.
    const html = await readFile(new URL('index.html', folder), 'utf8')
    const nonce = randomBytes(16).toString('base64')
    res
      .set('cache-control', 'no-store')
      .set('content-security-policy', appPolicy(nonce, policy))
      .type('html')
      .send(html.replaceAll(placeholder, nonce))
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
