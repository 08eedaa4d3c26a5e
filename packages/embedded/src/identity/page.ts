import { type Html, html, trustedHtml } from './html.ts'
import { paths, realmPath } from './realm.ts'
import { markSvg } from './resources.ts'

export type Page = {
  title: string
  content: Html
  /** Where "back to the site" leads; no link without it. */
  home?: string | undefined
}

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
<link rel="stylesheet" href="${realmPath}${paths.resources}pages.css">
</head>
<body>
<div class="print"></div>
<div class="words">
<main>
<p class="brand">${trustedHtml(markSvg)}<span>Pays<br>Midi-Quercy</span></p>
${content}
</main>
${
  home !== undefined &&
  html`<footer><a href="${home}">Revenir au site</a></footer>
`
}</div>
</body>
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
    "img-src 'self'",
    "font-src 'self'",
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
