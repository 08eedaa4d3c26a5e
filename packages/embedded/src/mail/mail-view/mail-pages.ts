import { type Html, html } from '../../html/index.ts'
import type { MailSummary } from '../message-store.ts'
import type { MailAddress } from '../parse-mail.ts'
import type { StoredMail } from '../start-mail.ts'

// In the texts: \u00a0 before a colon, \u202f before the other double signs, as French typography wants.

type ListPage = { items: MailSummary[]; total: number; page: number; perPage: number; q: string; to: string }

const dates = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Paris' })
const units = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
const sizeOf = (bytes: number) =>
  bytes < 1024
    ? `${bytes}\u00a0octets`
    : bytes < 1024 ** 2
      ? `${units.format(bytes / 1024)}\u00a0Kio`
      : `${units.format(bytes / 1024 ** 2)}\u00a0Mio`
const subjectOf = ({ subject }: { subject: string }) => subject || '(sans objet)'
const person = ({ name, address }: MailAddress) => (name ? `${name} <${address}>` : address)

/** A whole document, without any script: it reads as well without styles. */
const document = (base: string, title: string, content: Html) => html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – Boîte locale</title>
<link rel="stylesheet" href="${base}/mail.css">
</head>
<body>
${content}
</body>
</html>
`

export function listPage(base: string, { items, total, page, perPage, q, to }: ListPage): Html {
  const pages = Math.max(1, Math.ceil(total / perPage))
  const address = (n: number) =>
    `${base}/?${new URLSearchParams({ ...(q && { q }), ...(to && { to }), page: String(n) })}`
  const filtered = q !== '' || to !== ''
  return document(
    base,
    'Messages reçus',
    html`<header>
<h1>Boîte locale</h1>
<p>Tous les messages envoyés par cette copie du site arrivent ici\u202f; aucun ne part sur Internet.</p>
</header>
<main>
<form role="search" action="${base}/" method="get">
<p><label for="q">Mots du message</label> <input type="search" id="q" name="q" value="${q}"></p>
<p><label for="to">Adresse du destinataire</label> <input type="email" id="to" name="to" value="${to}"></p>
<p><button>Rechercher</button>${filtered && html` <a href="${base}/">Tout afficher</a>`}</p>
</form>
${
  items.length === 0
    ? html`<p>${filtered ? 'Aucun message ne correspond à cette recherche.' : 'La boîte est vide.'}</p>`
    : html`<table>
<caption>${total === 1 ? '1 message' : `${units.format(total)} messages`}, du plus récent au plus ancien</caption>
<thead><tr><th scope="col">Objet</th><th scope="col">Destinataires</th><th scope="col">Reçu le</th><th scope="col">Taille</th></tr></thead>
<tbody>
${items.map(
  (mail) => html`<tr><td><a href="${base}/${mail.id}">${subjectOf(mail)}</a></td>
<td>${recipients(mail.envelope.to)}</td>
<td><time datetime="${mail.receivedAt}">${dates.format(new Date(mail.receivedAt))}</time></td>
<td>${sizeOf(mail.size)}</td></tr>
`,
)}</tbody>
</table>`
}
${
  pages > 1 &&
  html`<nav aria-label="Pages de la liste"><p>${page > 1 && html`<a href="${address(page - 1)}" rel="prev">Page précédente</a> `}Page ${page} sur ${pages}${page < pages && html` <a href="${address(page + 1)}" rel="next">Page suivante</a>`}</p></nav>`
}
${total > 0 && !filtered && html`<form action="${base}/clear" method="post"><p><button>Vider la boîte</button></p></form>`}
</main>`,
  )
}

function recipients(all: string[]): string {
  const [first = ''] = all
  return all.length > 3 ? `${first} et ${all.length - 1} autres` : all.join(', ')
}

export function messagePage(base: string, mail: StoredMail): Html {
  const here = `${base}/${mail.id}`
  const line = (name: string, value: string) => value !== '' && html`<dt>${name}</dt><dd>${value}</dd>`
  const sentAt = new Date(mail.date)
  return document(
    base,
    subjectOf(mail),
    html`<header><p><a href="${base}/">Tous les messages</a></p></header>
<main>
<h1>${subjectOf(mail)}</h1>
<dl>
${line('De', person(mail.from))}
${line('À', mail.to.map(person).join(', '))}
${line('Remis à', mail.envelope.to.join(', '))}
${line('Envoyé le', Number.isNaN(sentAt.getTime()) ? mail.date : dates.format(sentAt))}
${line('Reçu le', dates.format(new Date(mail.receivedAt)))}
</dl>
${
  mail.attachments.length > 0 &&
  html`<h2>Pièces jointes</h2>
<ul>
${mail.attachments.map(
  ({ n, filename, size }) => html`<li><a href="${here}/attachments/${n}">${filename}</a> (${sizeOf(size)})</li>
`,
)}</ul>`
}
${
  mail.html !== '' &&
  html`<h2>Version mise en page</h2>
<iframe src="${here}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" title="Version mise en page du message"></iframe>`
}
${
  mail.text !== '' &&
  html`<h2>Version texte</h2>
<pre>${mail.text}</pre>`
}
${mail.html === '' && mail.text === '' && html`<p>Ce message n’a pas de texte.</p>`}
<h2>En-têtes</h2>
<dl class="headers">
${mail.headers.map(
  ({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>
`,
)}</dl>
<p><a href="${here}/raw">Télécharger le message d’origine</a></p>
</main>`,
  )
}

export const notFoundPage = (base: string): Html =>
  document(
    base,
    'Message introuvable',
    html`<main><h1>Message introuvable</h1>
<p>Ce message n’existe pas, ou la boîte a été vidée.</p>
<p><a href="${base}/">Tous les messages</a></p></main>`,
  )

export const refusedPage = (base: string): Html =>
  document(
    base,
    'Demande refusée',
    html`<main><h1>Demande refusée</h1>
<p>Cette demande ne vient pas de la page de la boîte. Rien n’a été effacé.</p>
<p><a href="${base}/">Tous les messages</a></p></main>`,
  )
