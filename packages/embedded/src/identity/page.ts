import { readFileSync } from 'node:fs'
import { type Html, html } from './html.ts'
import { paths, realmPath } from './realm.ts'

/** The tokens (written from @pmq/ui), then the pages. */
export const styles = ['./tokens.css', './pages.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('')

export type Page = {
  title: string
  content: Html
  /** Where "back to the site" leads; no link without it. */
  home?: string | undefined
}

const mark = html`<svg class="mark" viewBox="0 0 64 64" width="56" height="56" aria-hidden="true"><path class="leaf" d="M17 51.6C12.7 47.3 14 38.5 21.6 38.9C9.9 35.6 15.8 20.2 28.6 25.5C17.5 21.3 26.1 9.1 38.3 15.2C33.5 10.6 43.4 1.7 51.6 7.4C59.8 13.2 54.8 25.5 48.9 22.6C58.8 32 50.2 44.3 42.5 35.2C51.9 45.4 39.4 56.3 32.3 46.4C35.3 53.4 27.4 57.6 22 55C30.8 50.2 33.4 44.7 34.2 36.8C35.4 27.8 38.5 22.7 48.3 14.8C35.8 19.5 31.2 26.1 29.5 35.9C27.9 43.3 26.1 47 17 51.6z"/><path class="water" d="M1 58C9 52 15 52 22 56 29 60 36 60 43 56 50 52 56 52 63 57L62 62C55 58 50 58 44 61 37 64 28 64 21 61 14 58 9 58 2 62z"/></svg>`

/** A whole document. It reads without styles and works without scripts: there are none. */
export function renderPage({ title, content, home }: Page): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} – Pays Midi-Quercy</title>
<link rel="stylesheet" href="${realmPath}${paths.styles}">
</head>
<body>
<main>
<p class="brand">${mark}<span>Pays<br>Midi-Quercy</span></p>
${content}
</main>
${
  home !== undefined &&
  html`<footer><a href="${home}">Revenir au site</a></footer>
`
}</body>
</html>
`.markup
}

/**
 * The headers of every page. `form-action` names the applications too: browsers apply it to the redirection that
 * follows the sign-in form.
 * @param origins of the applications that people sign in to
 */
export function pageHeaders(origins: readonly string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `form-action ${["'self'", ...origins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}
