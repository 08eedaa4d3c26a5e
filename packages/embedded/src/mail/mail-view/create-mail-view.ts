import { readFileSync } from 'node:fs'
import { attachmentDisposition } from '@pmq/platform/objects'
import express, { type Request, type Response, type Router } from 'express'
import type { Html } from '../../html/index.ts'
import type { Mailbox, StoredMail } from '../start-mail.ts'
import { htmlPart, htmlPartPolicy } from './html-part.ts'
import { listPage, messagePage, notFoundPage, refusedPage } from './mail-pages.ts'

const styles = readFileSync(new URL('./mail.css', import.meta.url), 'utf8')
const perPage = 25
const pagePolicy = "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'"
const filePolicy = "default-src 'none'; sandbox"

/** Pictures that a message shows inside itself; every other attachment is a download. */
const shownTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

/**
 * The web view of the embedded mailbox, in French, to be mounted at `/dev/mail`. It shows everybody's messages to whoever
 * can reach it: for the embedded engine on one machine, never in production.
 */
export function createMailView(mailbox: Mailbox): Router {
  const router = express.Router()

  router.use((_request, response, next) => {
    response.set({
      'cache-control': 'no-store',
      'content-security-policy': pagePolicy,
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    next()
  })

  router.get('/', async (request, response) => {
    const page = Math.min(Math.max(Number.parseInt(textOf(request, 'page'), 10) || 1, 1), 1_000_000)
    const [q, to] = [textOf(request, 'q'), textOf(request, 'to')]
    send(
      response,
      listPage(request.baseUrl, { ...(await mailbox.list({ page, perPage, q, to })), page, perPage, q, to }),
    )
  })

  router.get('/mail.css', (_request, response) => {
    response.type('css').send(styles)
  })

  router.post('/clear', async (request, response) => {
    if (!isFromOurPage(request)) {
      send(response.status(403), refusedPage(request.baseUrl))
      return
    }
    await mailbox.clear()
    response.redirect(303, `${request.baseUrl}/`)
  })

  router.get('/:id', async (request, response) => {
    const mail = await mailbox.get(request.params.id)
    if (mail) send(response, messagePage(request.baseUrl, mail))
    else notFound(request, response)
  })

  router.get('/:id/html', async (request, response) => {
    const mail: StoredMail | undefined = await mailbox.get(request.params.id)
    if (!mail) return notFound(request, response)
    response.set({ 'content-security-policy': htmlPartPolicy, 'x-frame-options': 'SAMEORIGIN' })
    response.type('html').send(htmlPart(mail, `${request.baseUrl}/${mail.id}`))
  })

  router.get('/:id/raw', async (request, response) => {
    const raw = await mailbox.raw(request.params.id)
    if (!raw) return notFound(request, response)
    sendFile(response, { type: 'application/octet-stream', filename: `${request.params.id}.eml`, content: raw })
  })

  router.get('/:id/attachments/:n', async (request, response) => {
    const n = /^\d{1,4}$/.test(request.params.n) ? Number(request.params.n) : -1
    const file = await mailbox.attachment(request.params.id, n)
    if (file) sendFile(response, file)
    else notFound(request, response)
  })

  return router
}

const send = (response: Response, page: Html) => void response.type('html').send(page.markup)
const notFound = (request: Request, response: Response) => send(response.status(404), notFoundPage(request.baseUrl))

/** One text of the query; anything else that a query can hold is nothing. */
function textOf({ query }: Request, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value.slice(0, 200) : ''
}

function sendFile(response: Response, file: { type: string; filename: string; content: Uint8Array }) {
  const isShown = shownTypes.includes(file.type)
  response.set({
    'content-type': isShown ? file.type : 'application/octet-stream',
    'content-security-policy': filePolicy,
    'content-disposition': isShown ? 'inline' : attachmentDisposition(file.filename),
  })
  response.send(Buffer.from(file.content))
}

/** Browsers say where a POST comes from; one that does not say is refused. */
function isFromOurPage({ headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin, host } = headers
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
