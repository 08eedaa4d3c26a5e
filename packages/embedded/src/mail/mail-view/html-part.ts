import { escapeHtml } from '../../html/index.ts'
import type { StoredMail } from '../start-mail.ts'

/**
 * What the HTML of a message may do in its frame: show itself, its own pictures and those of web servers, and open links
 * in a new tab. No script, no form, no frame, and an origin of its own, whatever sandbox the frame has.
 */
export const htmlPartPolicy = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "img-src 'self' data: http: https:",
  "style-src 'unsafe-inline'",
  'font-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The HTML of a message, with its own pictures (`cid:`) at the addresses of its attachments. */
export function htmlPart({ html, attachments }: StoredMail, address: string): string {
  const own = new Map(attachments.flatMap(({ contentId, n }) => (contentId ? [[contentId, n] as const] : [])))
  const withPictures = html.replaceAll(/\bcid:([^"'\s)>]+)/gi, (whole, id: string) => {
    const n = own.get(decode(id))
    return n === undefined ? whole : `${escapeHtml(address)}/attachments/${n}`
  })
  return `<!doctype html><base target="_blank">${withPictures}`
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
