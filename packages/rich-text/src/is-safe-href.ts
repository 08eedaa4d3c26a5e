/**
 * Tells whether an address may be the target of a link: http, https, mailto, tel, or a path of the site that begins with one
 * slash. Refuses what browsers read differently from people: other schemes, `//host`, backslashes, white space and invisible
 * characters, user names before the host (WHATWG URL Standard, “URL parsing”).
 */
export function isSafeHref(href: string): boolean {
  if (href.length === 0 || href.length > 2_048 || /[\s\\\p{Cc}\p{Cf}]/u.test(href) || !href.isWellFormed()) return false
  if (href.startsWith('/')) return staysOnSite(href)
  if (/^https?:/i.test(href)) return isPlainWebAddress(href)
  return /^mailto:[^@/]+@[^@/]+$/i.test(href) || /^tel:\+?\d[\d.()-]*$/i.test(href)
}

function staysOnSite(path: string): boolean {
  const site = 'https://site.invalid'
  if (path.startsWith('//') || !URL.canParse(path, site)) return false
  const url = new URL(path, site)
  // "/.//host" resolves to the path "//host", which a later redirect would read as another host.
  return url.origin === site && !url.pathname.startsWith('//')
}

function isPlainWebAddress(href: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(href) || !URL.canParse(href)) return false
  const url = new URL(href)
  return url.username === '' && url.password === ''
}
