const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Control characters (but tab and line ends) that XML 1.0 forbids, even as entities. */
const forbidden = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu

/** Text made safe between tags and in attributes. */
export const xmlText = (text: string) =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

export const xmlAnswer = (body: string, type: string) =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  })
