import { UploadNotFound, UploadPartsRefused, withObjectErrors } from './object-errors.ts'
import { checkObjectKey } from './object-key.ts'
import type { S3Client } from './s3-client.ts'

/** A part as the store has it, or as a browser says it sent it; `etag` without quotes. */
export type UploadedPart = { part: number; etag: string; size?: number }

export type MultipartUploads = {
  /** Begins an upload in parts. @returns its id, to be kept with the upload's record */
  createUpload(key: string, options: { type: string }): Promise<string>
  /**
   * The address to which a browser PUTs one part (1 to 10 000; 5 MiB to 5 GiB, the last may be smaller).
   * Sign each part when it is needed. The answer's header `ETag` names the part.
   */
  signedPartUrl(key: string, uploadId: string, part: number, options: { expiresInSeconds: number }): Promise<string>
  /**
   * The parts that have arrived, in order. Who goes on with an upload compares each ETag with the MD5 of the piece: versitygw
   * 1.8.0 lists a part that broke off, too, and says that it is as large as announced. @throws UploadNotFound
   */
  listParts(key: string, uploadId: string): Promise<Required<UploadedPart>[]>
  /**
   * Makes the object out of the parts, in the order given.
   * @throws UploadPartsRefused, UploadNotFound (also when it was completed already)
   */
  completeUpload(key: string, uploadId: string, parts: UploadedPart[]): Promise<{ etag: string }>
  /** Forgets an upload and its parts. Idempotent. */
  abortUpload(key: string, uploadId: string): Promise<void>
  /**
   * The janitor: aborts the uploads begun before a date, for stores that keep them for ever.
   * @returns how many were aborted
   */
  abortStaleUploads(before: Date): Promise<number>
}

/** Uploads in parts, sent by browsers straight to the store. `browserClient` signs for the address that browsers see. */
export function createMultipartUploads(client: S3Client, browserClient: S3Client, bucket: string): MultipartUploads {
  const abort = (key: string, uploadId: string) =>
    withObjectErrors(client.abortMultipartUpload(bucket, key, uploadId)).catch((error: unknown) => {
      if (!(error instanceof UploadNotFound)) throw error
    })

  return {
    async createUpload(key, { type }) {
      checkObjectKey(key)
      return withObjectErrors(client.initiateNewMultipartUpload(bucket, key, { 'content-type': type }))
    },

    async signedPartUrl(key, uploadId, part, { expiresInSeconds }) {
      checkObjectKey(key)
      if (!Number.isInteger(part) || part < 1 || part > 10_000) {
        throw new UploadPartsRefused(`A part number is a whole number from 1 to 10000, not ${part}.`)
      }
      const query = { uploadId, partNumber: String(part) }
      return withObjectErrors(browserClient.presignedUrl('PUT', bucket, key, expiresInSeconds, query))
    },

    async listParts(key, uploadId) {
      checkObjectKey(key)
      const parts = await withObjectErrors(client.listParts(bucket, key, uploadId))
      return parts.map(({ part, etag, size }) => ({ part, etag, size }))
    },

    async completeUpload(key, uploadId, parts) {
      checkObjectKey(key)
      if (parts.length === 0) throw new UploadPartsRefused('An upload is completed with at least one part.')
      const claimed = parts.map(({ part, etag }) => ({ part, etag }))
      const { etag } = await withObjectErrors(client.completeMultipartUpload(bucket, key, uploadId, claimed))
      return { etag }
    },

    async abortUpload(key, uploadId) {
      checkObjectKey(key)
      await abort(key, uploadId)
    },

    async abortStaleUploads(before) {
      let aborted = 0
      let keyMarker = ''
      for (;;) {
        // Without a prefix: MinIO takes a prefix for a whole key.
        const query = client.listIncompleteUploadsQuery(bucket, '', keyMarker, '', '')
        const page = await withObjectErrors(query)
        for (const { key, uploadId, initiated } of page.uploads) {
          if (initiated >= before) continue
          await abort(key, uploadId)
          aborted += 1
        }
        if (!page.isTruncated || page.nextKeyMarker === '') return aborted
        keyMarker = page.nextKeyMarker
      }
    },
  }
}
