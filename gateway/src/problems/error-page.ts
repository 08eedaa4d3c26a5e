import { hash } from 'node:crypto'
import type { Problem } from '@pmq/platform/http'
import { escapeHtml } from './escape-html.ts'

const style =
  'body{font:1.125rem/1.6 system-ui,sans-serif;color:#222;background:#fff;max-width:38rem;margin:12vh auto 0;padding:0 1.25rem}h1{font-size:1.75rem;line-height:1.25}small{color:#595959}a{color:#1f5d3a}'

/** The page that `errorPage` writes may load nothing and run nothing. */
export const errorPagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const headings: Record<number, string> = {
  400: 'Cette demande n’a pas abouti',
  401: 'Connexion nécessaire',
  403: 'Accès refusé',
  404: 'Page introuvable',
  408: 'Demande trop lente',
  413: 'Envoi trop lourd',
  421: 'Site inconnu',
  429: 'Trop de demandes',
  503: 'Service momentanément indisponible',
  504: 'Réponse trop tardive',
}

export type PageLink = { href: string; label: string }

/** A whole page for a person whose browser asked for one, readable when everything else is down. */
export function errorPage(problem: Problem, requestId: string | undefined, link?: PageLink): string {
  const heading = headings[problem.status] ?? 'Un problème est survenu'
  const way = link ? `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>` : ''
  const reference = requestId ? `<p><small>Référence à nous indiquer\u00a0: ${escapeHtml(requestId)}</small></p>` : ''
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${heading}</title><style>${style}</style></head>
<body><main><h1>${heading}</h1><p>${escapeHtml(problem.detail)}</p>${way}${reference}</main></body>
</html>
`
}
