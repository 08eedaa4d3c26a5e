import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { MultipartUploads } from './multipart-uploads.ts'
import { type PutOptions, type PutResult, putStream } from './put-stream.ts'
import type { S3Client, transportFor } from './s3-client.ts'

type Putting = {
  client: S3Client
  bucket: string
  transport: ReturnType<typeof transportFor>
  uploads: Pick<MultipartUploads, 'createUpload' | 'completeUpload' | 'abortUpload'>
}

const lifeOfAddress = 3600 // seconds

/**
 * Puts an object whole or not at all, also on a store that takes the beginning of a body for the whole of it when the
 * connection breaks (versitygw 1.8.0 does): bytes in hand go with their MD5, a stream as an upload of one part, which
 * becomes an object only when its end has been acknowledged.
 */
export function createPut({ client, bucket, transport, uploads }: Putting) {
  const putBytes = async (key: string, bytes: Uint8Array, options: PutOptions): Promise<PutResult> => {
    const address = await client.presignedPutObject(bucket, key, lifeOfAddress)
    const md5 = createHash('md5').update(bytes).digest('base64')
    return putStream(transport, address, Readable.from([bytes]), { ...options, md5 })
  }

  const putAsPart = async (key: string, body: Readable, options: PutOptions): Promise<PutResult> => {
    body.on('error', () => undefined) // it may break before anybody reads it; whoever reads it is told
    const uploadId = await uploads.createUpload(key, options).catch((error: unknown) => {
      body.destroy()
      throw error
    })
    try {
      const query = { uploadId, partNumber: '1' }
      const address = await client.presignedUrl('PUT', bucket, key, lifeOfAddress, query)
      const sent = await putStream(transport, address, body, options)
      const { etag } = await uploads.completeUpload(key, uploadId, [{ part: 1, etag: sent.etag }])
      return { ...sent, etag }
    } catch (error) {
      await uploads.abortUpload(key, uploadId).catch(() => undefined) // else the janitor does
      throw error
    }
  }

  return (key: string, body: Readable | Uint8Array, options: PutOptions): Promise<PutResult> => {
    if (!(body instanceof Readable)) return putBytes(key, body, options)
    return putAsPart(key, body, options)
  }
}
