import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Blob, BlobStore, Digests } from './blob-store.ts'
import { notImplemented, S3Error } from './s3-error.ts'

const largestPut = 5 * 1024 ** 3 // bytes, as on S3
const largestDocument = 2 * 1024 ** 2 // bytes: 10 000 parts to complete, 1 000 keys to delete

/**
 * Streams a body into a blob. What does not arrive whole, or is not what was signed, leaves nothing.
 * @param payload what the signature says of the body: a SHA-256 in hexadecimal or `UNSIGNED-PAYLOAD`
 */
export async function receiveBlob(
  request: IncomingMessage,
  payload: string,
  blobs: BlobStore,
): Promise<Blob & Digests> {
  const length = request.headers['content-length']
  if (length === undefined) throw new S3Error('MissingContentLength', 'The header Content-Length is missing.')
  const size = Number(length)
  if (size > largestPut) throw new S3Error('EntityTooLarge', 'One request carries at most 5 GiB.')
  const promised = promiseOf(request, payload)
  return blobs.receive(bytesOf(request), { size, sha256: promised.sha256 !== undefined }, (digests) => {
    if (digests.size !== size) throw new S3Error('IncompleteBody', 'The body is shorter than its Content-Length.')
    checkPromise(promised, digests)
  })
}

/** Reads the whole of a small XML body. */
export async function readDocument(request: IncomingMessage, payload: string): Promise<string> {
  const promised = promiseOf(request, payload)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytesOf(request)) {
    size += chunk.length
    if (size > largestDocument) throw new S3Error('EntityTooLarge', 'The document is too large.')
    chunks.push(chunk)
  }
  const body = Buffer.concat(chunks)
  const digest = (algorithm: string) => createHash(algorithm).update(body).digest('hex')
  checkPromise(promised, { size, md5: digest('md5'), sha256: digest('sha256') })
  return body.toString('utf8')
}

/** The rest of the body stays readable after an error, so that the answer can still be sent on the connection. */
const bytesOf = (request: IncomingMessage) => request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>

type Promised = { md5: string | undefined; sha256: string | undefined }

function promiseOf(request: IncomingMessage, payload: string): Promised {
  if (payload.startsWith('STREAMING-')) throw notImplemented(`bodies signed in chunks (${payload})`)
  if (payload !== 'UNSIGNED-PAYLOAD' && !/^[0-9a-f]{64}$/.test(payload)) {
    throw new S3Error('InvalidArgument', 'x-amz-content-sha256 must be a SHA-256 in hexadecimal or UNSIGNED-PAYLOAD.')
  }
  const given = request.headers['content-md5']?.toString()
  const md5 = given === undefined ? undefined : Buffer.from(given, 'base64').toString('hex')
  if (md5 !== undefined && md5.length !== 32) throw new S3Error('InvalidDigest', 'Content-MD5 is not an MD5 in base64.')
  return { md5, sha256: payload === 'UNSIGNED-PAYLOAD' ? undefined : payload }
}

function checkPromise(promised: Promised, { md5, sha256 }: Digests) {
  if (promised.md5 !== undefined && promised.md5 !== md5) {
    throw new S3Error('BadDigest', 'The body does not have the MD5 that was promised.')
  }
  if (promised.sha256 !== undefined && promised.sha256 !== sha256) {
    throw new S3Error('XAmzContentSHA256Mismatch', 'The body does not have the SHA-256 that was signed.')
  }
}
