import type { Readable } from 'node:stream'
import { attachmentDisposition } from './content-disposition.ts'
import { ensureBucket } from './ensure-bucket.ts'
import { createMultipartUploads, type MultipartUploads } from './multipart-uploads.ts'
import { ObjectNotFound, ObjectStoreUnavailable, withObjectErrors } from './object-errors.ts'
import { checkObjectKey } from './object-key.ts'
import type { PutOptions, PutResult } from './put-stream.ts'
import { createPut } from './put-whole.ts'
import { createS3Client, type S3Settings, transportFor } from './s3-client.ts'

export type ObjectStoreConfig = S3Settings & {
  bucket: string
  /** Where browsers reach the store, when it is not where this process does. Signed addresses name this host. */
  publicEndpoint?: string
}

/** `size` in bytes; `etag` without quotes, opaque (it is no digest of a file sent in parts). */
export type ObjectInfo = { key: string; size: number; etag: string; modified: Date }

/**
 * The files of a service, in one bucket of any S3 store. Keys are ASCII (see `checkObjectKey`); every method throws
 * `InvalidObjectKey` for another, and `ObjectStoreUnavailable` when trying later may help.
 */
export type ObjectStore = MultipartUploads & {
  /**
   * Stores an object of at most 5 GiB in place of the one with its key. It is there whole or not at all, and streams
   * through: the memory used does not depend on the size.
   * @throws ObjectSizeMismatch when the body has not `size` bytes; the error of the stream when it fails
   */
  put(key: string, body: Readable | Uint8Array, options: PutOptions): Promise<PutResult>
  /** The bytes of an object. The caller reads the stream to its end or destroys it. @throws ObjectNotFound */
  get(key: string): Promise<Readable>
  /** @throws ObjectNotFound */
  stat(key: string): Promise<ObjectInfo & { type: string }>
  /** Removes an object; it is no error when it is not there. */
  remove(key: string): Promise<void>
  /** The objects whose key begins with `prefix`, in no promised order. */
  list(prefix: string): AsyncIterable<ObjectInfo>
  /**
   * An address to which a browser may PUT the object once or more until it expires (1 s to 7 days). Compare the size with
   * what was announced before you believe in it: versitygw 1.8.0 keeps what came of a body that broke off (its issue 2414).
   */
  signedPut(key: string, options: { expiresInSeconds: number }): Promise<string>
  /** An address from which a browser may GET the object until it expires (1 s to 7 days), saved under `downloadName` when given. */
  signedGet(key: string, options: { expiresInSeconds: number; downloadName?: string }): Promise<string>
  /** Creates the bucket when needed and lets the pages of these origins call the store. Idempotent. */
  ensureBucket(options?: { corsOrigins?: readonly string[] }): Promise<void>
  /** Rejects when the store or the bucket does not answer, within 5 seconds. */
  check(): Promise<void>
}

const patience = 5_000 // milliseconds

/** Opens the object store over the `minio` client. Nothing is asked of the store yet. */
export function createObjectStore(config: ObjectStoreConfig): ObjectStore {
  const { bucket, region, endpoint } = config
  const client = createS3Client(config)
  // The host is part of the signature, so what browsers get is signed for the host that browsers see.
  const browserClient = config.publicEndpoint ? createS3Client({ ...config, endpoint: config.publicEndpoint }) : client
  const transport = transportFor(endpoint)
  const uploads = createMultipartUploads(client, browserClient, bucket)
  const put = createPut({ client, bucket, transport, uploads })

  return {
    ...uploads,

    async put(key, body, options) {
      checkObjectKey(key)
      return put(key, body, options)
    },

    async get(key) {
      checkObjectKey(key)
      return withObjectErrors(client.getObject(bucket, key))
    },

    async stat(key) {
      checkObjectKey(key)
      const { size, etag, lastModified, metaData } = await withObjectErrors(client.statObject(bucket, key))
      return { key, size, etag, modified: lastModified, type: String(metaData['content-type'] ?? '') }
    },

    async remove(key) {
      checkObjectKey(key)
      await withObjectErrors(client.removeObject(bucket, key)).catch((error: unknown) => {
        if (!(error instanceof ObjectNotFound)) throw error
      })
    },

    async *list(prefix) {
      let token = ''
      for (;;) {
        const page = await withObjectErrors(client.listObjectsV2Query(bucket, prefix, token, '', 1000, ''))
        for (const { name, size, etag, lastModified } of page.objects) {
          if (name !== undefined) yield { key: name, size, etag: etag ?? '', modified: lastModified ?? new Date(0) }
        }
        if (!page.isTruncated) return
        token = page.nextContinuationToken
      }
    },

    async signedPut(key, { expiresInSeconds }) {
      checkObjectKey(key)
      return withObjectErrors(browserClient.presignedPutObject(bucket, key, expiresInSeconds))
    },

    async signedGet(key, { expiresInSeconds, downloadName }) {
      checkObjectKey(key)
      const headers =
        downloadName === undefined ? {} : { 'response-content-disposition': attachmentDisposition(downloadName) }
      return withObjectErrors(browserClient.presignedGetObject(bucket, key, expiresInSeconds, headers))
    },

    ensureBucket: ({ corsOrigins = [] } = {}) => withObjectErrors(ensureBucket(client, bucket, region, corsOrigins)),

    async check() {
      const late = AbortSignal.timeout(patience)
      const tooLate = new Promise<never>((_, reject) => {
        const refuse = () =>
          reject(new ObjectStoreUnavailable(`The object store does not answer within ${patience} ms.`))
        late.addEventListener('abort', refuse, { once: true })
      })
      const exists = await Promise.race([withObjectErrors(client.bucketExists(bucket)), tooLate])
      if (!exists) throw new ObjectStoreUnavailable(`The bucket "${bucket}" does not exist.`)
    },
  }
}
