import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseCookie, stringifySetCookie } from 'cookie'

/** Browsers refuse a cookie of more than 4 096 bytes, name and attributes included. */
const longestValue = 3_800
/** Far more than any token needs: what a client sends beyond is not ours. */
const mostParts = 6

export type CookieOptions = {
  /** Where it is sent; everywhere by default. */
  path?: string
  /** Seconds it lives; without them it goes when the browser closes. */
  maxAge?: number
}

/** Reads and writes the gateway's cookies: never seen by scripts, never sent by other sites' forms. */
export type CookieJar = {
  read(req: IncomingMessage, name: string, options?: CookieOptions): string | undefined
  /** Names of the cookies sent everywhere that begin so. */
  names(req: IncomingMessage, prefix: string): string[]
  write(res: ServerResponse, name: string, value: string, options?: CookieOptions): void
  clear(req: IncomingMessage, res: ServerResponse, name: string, options?: CookieOptions): void
}

/**
 * A value that is too long for one cookie is cut over `name`, `name.1`, `name.2` …; the first part begins with their
 * number (`2~`), so that parts left by a longer value are not read.
 * @param secure over https: the `__Host-` prefix then makes the browser refuse cookies that a sub-domain would plant
 */
export function createCookieJar(secure: boolean): CookieJar {
  const prefixFor = (path: string) => (secure ? (path === '/' ? '__Host-' : '__Secure-') : '')
  const fullName = (name: string, path: string) => prefixFor(path) + name
  const partName = (name: string, index: number) => (index === 0 ? name : `${name}.${index}`)

  const append = (res: ServerResponse, name: string, value: string, { path = '/', maxAge }: CookieOptions) =>
    res.appendHeader(
      'set-cookie',
      stringifySetCookie({
        name: fullName(name, path),
        value,
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure,
        ...(maxAge === undefined ? {} : { maxAge }),
      }),
    )

  return {
    read(req, name, { path = '/' } = {}) {
      const header = req.headers.cookie
      if (!header) return undefined
      const cookies = parseCookie(header)
      const find = (part: string) => cookies[fullName(part, path)]
      const [, count, first] = /^([1-9])~(.+)$/s.exec(find(name) ?? '') ?? []
      if (first === undefined || Number(count) > mostParts) return undefined
      const rest = Array.from({ length: Number(count) - 1 }, (_, index) => find(partName(name, index + 1)))
      return rest.includes(undefined) ? undefined : first + rest.join('')
    },
    names(req, prefix) {
      const start = fullName(prefix, '/')
      return Object.keys(parseCookie(req.headers.cookie ?? ''))
        .filter((name) => name.startsWith(start) && !name.includes('.'))
        .map((name) => name.slice(prefixFor('/').length))
    },
    write(res, name, value, options = {}) {
      const parts = value.match(new RegExp(`.{1,${longestValue}}`, 'gs')) ?? []
      parts.forEach((part, index) => {
        append(res, partName(name, index), index === 0 ? `${parts.length}~${part}` : part, options)
      })
    },
    clear(req, res, name, options = {}) {
      const sent = parseCookie(req.headers.cookie ?? '')
      for (let index = 0; index < mostParts; index += 1) {
        const part = partName(name, index)
        if (index === 0 || fullName(part, options.path ?? '/') in sent) append(res, part, '', { ...options, maxAge: 0 })
      }
    },
  }
}
