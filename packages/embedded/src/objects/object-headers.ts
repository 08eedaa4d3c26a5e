import type { IncomingHttpHeaders } from 'node:http'
import { notImplemented, S3Error } from './s3-error.ts'

/** The headers that come back with an object: how to show it, and the caller's own `x-amz-meta-…`. */
export type ObjectHeaders = Record<string, string>

const stored = [
  'content-type',
  'content-disposition',
  'content-encoding',
  'content-language',
  'cache-control',
  'expires',
]
const largestMetadata = 2048 // bytes, as on S3

/** Headers that sign or describe the request itself. */
const ofTheRequest = [
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-user-agent',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
]

/** Reads the headers to keep with an object that is being written. */
export function objectHeadersOf(headers: IncomingHttpHeaders): ObjectHeaders {
  const entries = Object.entries(headers).filter(([name]) => stored.includes(name) || name.startsWith('x-amz-meta-'))
  const kept = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
  const metadata = Object.entries(kept).filter(([name]) => name.startsWith('x-amz-meta-'))
  const bytes = metadata.reduce((sum, [name, value]) => sum + name.length - 'x-amz-meta-'.length + value.length, 0)
  if (bytes > largestMetadata) {
    throw new S3Error('MetadataTooLarge', `The metadata of an object has at most ${largestMetadata} bytes.`)
  }
  return { 'content-type': 'application/octet-stream', ...kept }
}

/**
 * Refuses the headers that would ask for something that this engine does not do (encryption, ACL, tags, checksums …),
 * so that nobody believes it done.
 */
export function checkSupported(headers: IncomingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) {
    const known = ofTheRequest.includes(name) || /^x-amz-(meta-|copy-source-if-)/.test(name)
    const isDefault = name === 'x-amz-storage-class' && value === 'STANDARD'
    if (/^x-(amz|minio)-/.test(name) && !known && !isDefault) throw notImplemented(`the header ${name}`)
  }
  if (String(headers['content-encoding'] ?? '').includes('aws-chunked')) throw notImplemented('aws-chunked bodies')
}
