import { createHash, createHmac } from 'node:crypto'

/** What AWS Signature Version 4 covers of a request; the payload is a SHA-256 in hexadecimal or `UNSIGNED-PAYLOAD`. */
type SignedRequest = {
  method: string
  /** Decoded path. */
  path: string
  /** Decoded parameters, without `X-Amz-Signature`. */
  query: Iterable<readonly [name: string, value: string]>
  /** The signed headers, in lower case, in the order of the list of signed headers; several values of one header are several strings. */
  headers: readonly (readonly [name: string, values: readonly string[]])[]
  payload: string
}

type Scope = { day: string; region: string }

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

/** Percent-encodes all but RFC 3986's unreserved characters, as the signature wants. */
export const encodeStrictly = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Percent-encodes a key or a path, and leaves its slashes. */
export const encodePath = (path: string) => encodeStrictly(path).replaceAll('%2F', '/')

const canonicalQuery = (query: SignedRequest['query']) =>
  Array.from(query, ([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)) // names are unique here
    .map((pair) => pair.join('='))
    .join('&')

const canonicalRequest = ({ method, path, query, headers, payload }: SignedRequest) =>
  [
    method,
    encodePath(path),
    canonicalQuery(query),
    ...headers.map(([name, values]) => `${name}:${values.map((value) => value.trim().replace(/ +/g, ' ')).join(',')}`),
    '',
    headers.map(([name]) => name).join(';'),
    payload,
  ].join('\n')

/**
 * The signature of a request, in hexadecimal.
 * @param timestamp `YYYYMMDD'T'HHMMSS'Z'`
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signatureOf(request: SignedRequest, secretKey: string, scope: Scope, timestamp: string): string {
  const scopeParts = [scope.day, scope.region, 's3', 'aws4_request']
  const key = scopeParts.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secretKey}`)
  const text = ['AWS4-HMAC-SHA256', timestamp, scopeParts.join('/'), sha256(canonicalRequest(request))].join('\n')
  return hmac(key, text).toString('hex')
}
