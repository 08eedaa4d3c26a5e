import type { IncomingMessage } from 'node:http'

/** What an answer depends on beyond the page itself: how the reader's browser wants it, and what it has already. */
export type Reader = { acceptEncoding: string | undefined; ifNoneMatch: string | undefined; isHead: boolean }

export const readerOf = ({ method, headers }: IncomingMessage): Reader => ({
  acceptEncoding: typeof headers['accept-encoding'] === 'string' ? headers['accept-encoding'] : undefined,
  ifNoneMatch: headers['if-none-match'],
  isHead: method === 'HEAD',
})

/** Who reads (cookies, tokens), and which part of the page or which version of it: the reader's matters, not the page's. */
const readersOwn = [
  'cookie',
  'authorization',
  'if-none-match',
  'if-modified-since',
  'if-match',
  'if-unmodified-since',
  'if-range',
  'range',
  'accept-language',
  'user-agent',
  'referer',
]

/**
 * Makes a request for a public page one that anybody could have sent, so that the answer is good for everybody. The
 * sites show the same to a visitor and to an administrator: whoever is signed in works in the back office.
 */
export function makePublic(req: IncomingMessage): void {
  for (const name of readersOwn) delete req.headers[name]
  if (req.method === 'HEAD') req.method = 'GET' // Node leaves the body out by itself
}
