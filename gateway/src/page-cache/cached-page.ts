import { hash } from 'node:crypto'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Reader } from './public-request.ts'

type Encoding = 'br' | 'gzip' | 'identity'

/** Headers are kept in the flat form that Node writes fastest. */
type Variant = { head: string[]; notModifiedHead: string[]; body: Buffer }

/** A page ready to be sent, in each encoding that is worth it. */
export type CachedPage = {
  tags: readonly string[]
  variants: { identity: Variant } & Partial<Record<Encoding, Variant>>
  /** What the page takes of the memory. */
  bytes: number
  digest: string
  /** Milliseconds since the epoch. */
  storedAt: number
  /** Shown until then in spite of its age, as it could not be rendered anew. Milliseconds since the epoch. */
  standsInUntil: number
  /** Used since the cache last looked for something to drop. */
  used: boolean
}

/** Each answer has its own, or they are decided anew for a stored page. */
const notKept = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'ratelimit',
  'ratelimit-policy',
  'server-timing',
  'set-cookie',
  'traceparent',
  'transfer-encoding',
  'vary',
  'x-request-id',
])

/** @param headers of the answer, cache-control included, without those of the gateway's own protocol */
export function createCachedPage(
  headers: OutgoingHttpHeaders,
  body: Buffer,
  tags: readonly string[],
  storedAt: number,
): CachedPage {
  const digest = hash('sha256', body, 'base64url').slice(0, 22)
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    notKept.has(name) || value === undefined ? [] : [value].flat().flatMap((one) => [name, String(one)]),
  )
  const identity = variantOf(kept, digest, 'identity', body)
  return { tags, bytes: sizeOf(identity), digest, storedAt, standsInUntil: 0, used: false, variants: { identity } }
}

const suffixes: Record<Encoding, string> = { br: '-br', gzip: '-gz', identity: '' }

function variantOf(kept: readonly string[], digest: string, encoding: Encoding, body: Buffer): Variant {
  // A strong ETag names the very bytes, so each encoding has its own.
  const validators = ['vary', 'accept-encoding', 'etag', `"${digest}${suffixes[encoding]}"`]
  const own = encoding === 'identity' ? [] : ['content-encoding', encoding]
  const cacheControl = kept.indexOf('cache-control')
  return {
    body,
    head: [...kept, ...validators, ...own, 'content-length', String(body.length)],
    notModifiedHead: [...validators, ...(cacheControl < 0 ? [] : kept.slice(cacheControl, cacheControl + 2))],
  }
}

const sizeOf = ({ head, body }: Variant) => body.length + 2 * head.join('').length

const compressible = /^(?:text\/|application\/(?:javascript|json|manifest\+json|xml|[\w.-]+\+(?:xml|json))|image\/svg)/
const smallest = 512

/**
 * How far back brotli looks, as a power of two. Above 16 it clears megabytes of tables before it begins, ten times the
 * work of compressing a page; a page that is shorter is not made smaller by it.
 */
const windowFor = (bytes: number) => (bytes < 2 ** 16 - 16 ? 16 : constants.BROTLI_DEFAULT_WINDOW)

/**
 * Adds the compressed variants, off the main thread: better than on the fly, as it is done once for all readers.
 * @returns the bytes they take
 */
export async function compressPage(page: CachedPage): Promise<number> {
  const { head, body } = page.variants.identity
  const type = head[head.indexOf('content-type') + 1] ?? ''
  if (body.length < smallest || !compressible.test(type)) return 0
  const kept = head.slice(0, head.indexOf('vary'))
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5, // packs a page within some bytes of what 9 does
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
    promisify(gzip)(body, { level: 9 }),
  ])
  let added = 0
  for (const [encoding, compressed] of [
    ['br', br],
    ['gzip', gz],
  ] as const) {
    if (compressed.length >= body.length) continue
    const variant = variantOf(kept, page.digest, encoding, compressed)
    page.variants[encoding] = variant
    added += sizeOf(variant)
  }
  return added
}

/** Sends a page as it is stored. Nothing may have been written yet. */
export function sendCachedPage(page: CachedPage, { acceptEncoding, ifNoneMatch, isHead }: Reader, res: ServerResponse) {
  page.used = true
  const accepted = acceptedEncodings(acceptEncoding)
  const variant = (accepted.br && page.variants.br) || (accepted.gzip && page.variants.gzip) || page.variants.identity
  // The browser's copy may be in another encoding than the one we would send: it is the same page.
  if (ifNoneMatch !== undefined && (ifNoneMatch === '*' || ifNoneMatch.includes(page.digest))) {
    res.writeHead(304, variant.notModifiedHead)
    res.end()
    return
  }
  res.writeHead(200, variant.head)
  res.end(isHead ? undefined : variant.body)
}

type Accepted = { br: boolean; gzip: boolean }

/** There are few browsers, hence few values; clients that make them up must not fill the memory. */
const understood = new Map<string, Accepted>()
const mostUnderstood = 200
const neither: Accepted = { br: false, gzip: false }

function acceptedEncodings(header: string | undefined): Accepted {
  if (header === undefined) return neither
  const known = understood.get(header)
  if (known) return known
  const names = header
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]?.trim())
  const accepted = { br: names.includes('br'), gzip: names.includes('gzip') }
  if (understood.size < mostUnderstood) understood.set(header, accepted)
  return accepted
}
