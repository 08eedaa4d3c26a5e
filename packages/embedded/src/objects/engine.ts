import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlobStore } from './blob-store.ts'
import type { ObjectIndex } from './object-index.ts'
import type { RequestTarget } from './request-target.ts'
import { S3Error } from './s3-error.ts'
import type { UploadIndex } from './upload-index.ts'
import { renderXml, type XmlElement } from './xml.ts'

/** What the operations work with. */
export type Engine = {
  index: ObjectIndex
  uploads: UploadIndex
  blobs: BlobStore
  region: string
  /** Milliseconds. */
  now(): number
}

/** One signed request; `payload` is what its signature says of the body. */
export type Call = { request: IncomingMessage; response: ServerResponse; target: RequestTarget; payload: string }

export type Handler = (engine: Engine, call: Call) => Promise<void> | void

export function sendXml(response: ServerResponse, root: XmlElement): void {
  const body = renderXml(root)
  response.writeHead(200, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(body) }).end(body)
}

export const sendNothing = (
  response: ServerResponse,
  status: 200 | 204,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, status === 200 ? { 'content-length': 0, ...headers } : headers).end()
}

/** A parameter that is a whole number between bounds; above the largest, S3 silently gives the largest. */
export function numberParameter(
  { query }: RequestTarget,
  name: string,
  { fallback, largest }: { fallback: number; largest: number },
): number {
  const text = query.get(name)
  if (text === undefined) return fallback
  if (!/^\d{1,9}$/.test(text)) throw new S3Error('InvalidArgument', `The parameter ${name} must be a whole number.`)
  return Math.min(Number(text), largest)
}

/** How the keys of a listing are written: as they are, or percent-encoded when the client asks for it. */
export function keyEncoder({ query }: RequestTarget): (key: string) => string {
  const encoding = query.get('encoding-type')
  if (encoding === undefined) return (key) => key
  if (encoding !== 'url') throw new S3Error('InvalidArgument', 'The only encoding-type is "url".')
  return (key) => encodeURIComponent(key).replaceAll('%2F', '/')
}
