import type { ServerResponse } from 'node:http'

/** What a page says of its dependencies: `article:ID tree:SITE …`. Between the web front and the gateway only. */
const dependsOnHeader = 'x-pmq-depends-on'

/**
 * The tags under which an answer may be kept: those that a page names, none for a file that never changes under its
 * name. Nothing when it must not be kept: not a plain 200, made for one visitor, or without any word about it.
 */
export function tagsToKeepUnder(res: ServerResponse): string[] | undefined {
  if (res.statusCode !== 200 || res.hasHeader('set-cookie') || res.hasHeader('content-encoding')) return undefined
  const cacheControl = text(res, 'cache-control')
  if (/private|no-store/i.test(cacheControl)) return undefined
  const vary = text(res, 'vary').toLowerCase().split(',')
  if (!vary.every((name) => ['', 'accept-encoding', 'host'].includes(name.trim()))) return undefined
  const tags = text(res, dependsOnHeader).split(/\s+/).filter(Boolean)
  if (tags.length > 0) return tags
  return /\bimmutable\b/i.test(cacheControl) ? [] : undefined
}

/** Removes what was said to the gateway only. */
export function dropInnerHeaders(res: ServerResponse): void {
  for (const name of res.getHeaderNames()) if (name.startsWith('x-pmq-')) res.removeHeader(name)
}

const text = (res: ServerResponse, name: string): string => String(res.getHeader(name) ?? '')
