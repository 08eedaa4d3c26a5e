import { S3Error } from './s3-error.ts'

/** Where a request goes: `/bucket/key?query`, decoded once. */
export type RequestTarget = {
  /** The whole decoded path, as the signature sees it. */
  path: string
  bucket: string
  key: string
  query: ReadonlyMap<string, string>
}

/**
 * Reads the raw request target. Not by `new URL`, which would resolve `..` inside keys
 * and so change what was signed.
 */
export function parseRequestTarget(raw: string): RequestTarget {
  const mark = raw.indexOf('?')
  const rawPath = mark < 0 ? raw : raw.slice(0, mark)
  if (!rawPath.startsWith('/')) throw new S3Error('InvalidURI', 'The request target must be a path.')
  const path = decode(rawPath)
  const afterBucket = path.indexOf('/', 1)
  return {
    path,
    bucket: afterBucket < 0 ? path.slice(1) : path.slice(1, afterBucket),
    key: afterBucket < 0 ? '' : path.slice(afterBucket + 1),
    query: mark < 0 ? new Map() : parseQuery(raw.slice(mark + 1)),
  }
}

function parseQuery(raw: string): Map<string, string> {
  const query = new Map<string, string>()
  for (const pair of raw.split('&')) {
    if (pair === '') continue
    const mark = pair.indexOf('=')
    const name = decode((mark < 0 ? pair : pair.slice(0, mark)).replaceAll('+', ' '))
    // Two values for one name would let the signature and the operation read different ones.
    if (query.has(name)) throw new S3Error('InvalidArgument', `The parameter "${name}" is given twice.`)
    query.set(name, mark < 0 ? '' : decode(pair.slice(mark + 1).replaceAll('+', ' ')))
  }
  return query
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error('InvalidURI', 'The request target is not percent-encoded UTF-8.')
  }
}
