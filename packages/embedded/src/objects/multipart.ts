import { conditionsOf } from './conditions.ts'
import { type Handler, keyEncoder, numberParameter, sendNothing, sendXml } from './engine.ts'
import { objectHeadersOf } from './object-headers.ts'
import { readDocument, receiveBlob } from './request-body.ts'
import type { RequestTarget } from './request-target.ts'
import { notImplemented, S3Error } from './s3-error.ts'
import { encodePath } from './signature-v4.ts'
import type { ClaimedPart, Upload } from './upload-index.ts'
import { childText, parseXml, type XmlElement } from './xml.ts'

const mostParts = 10_000
const pageSize = 1000

const uploadIdOf = ({ query }: RequestTarget) => query.get('uploadId') ?? ''

export const createMultipartUpload: Handler = ({ uploads, now }, { request, response, target }) => {
  const { bucket, key } = target
  const id = uploads.begin(bucket, key, objectHeadersOf(request.headers), now())
  sendXml(response, [
    'InitiateMultipartUploadResult',
    [
      ['Bucket', bucket],
      ['Key', key],
      ['UploadId', id],
    ],
  ])
}

export const uploadPart: Handler = async ({ uploads, blobs, now }, { request, response, target, payload }) => {
  const { bucket, key } = target
  const id = uploadIdOf(target)
  const n = Number(target.query.get('partNumber'))
  if (!Number.isInteger(n) || n < 1 || n > mostParts) {
    throw new S3Error('InvalidArgument', `A part number is a whole number from 1 to ${mostParts}.`)
  }
  uploads.find(bucket, key, id)
  const { id: blob, size, md5 } = await receiveBlob(request, payload, blobs)
  try {
    const before = uploads.putPart(bucket, key, id, { n, blob, size, etag: md5, modified: now() })
    if (before !== undefined) await blobs.remove([before])
  } catch (error) {
    if (!uploads.isUsed(blob)) await blobs.remove([blob])
    throw error
  }
  sendNothing(response, 200, { etag: `"${md5}"` })
}

export const listParts: Handler = ({ uploads }, { response, target }) => {
  const { bucket, key } = target
  const { id } = uploads.find(bucket, key, uploadIdOf(target))
  const limit = numberParameter(target, 'max-parts', { fallback: pageSize, largest: pageSize })
  const after = numberParameter(target, 'part-number-marker', { fallback: 0, largest: mostParts })
  const encode = keyEncoder(target)
  const found = uploads.parts(id, after, limit + 1)
  const parts = found.slice(0, limit)
  sendXml(response, [
    'ListPartsResult',
    [
      ['Bucket', bucket],
      ['Key', encode(key)],
      ['UploadId', id],
      ['PartNumberMarker', after],
      ['NextPartNumberMarker', parts.at(-1)?.n ?? 0],
      ['MaxParts', limit],
      ['IsTruncated', limit > 0 && found.length > limit],
      ...parts.map(({ n, size, etag, modified }): XmlElement => {
        const lastModified = new Date(modified).toISOString()
        return [
          'Part',
          [
            ['PartNumber', n],
            ['LastModified', lastModified],
            ['ETag', `"${etag}"`],
            ['Size', size],
          ],
        ]
      }),
    ],
  ])
}

export const completeMultipartUpload: Handler = async (engine, { request, response, target, payload }) => {
  const { index, uploads, blobs, now } = engine
  const { bucket, key } = target
  const claimed = claimedParts(await readDocument(request, payload))
  const { etag, leftovers } = index.transaction(() => {
    const upload = uploads.find(bucket, key, uploadIdOf(target))
    const assembled = uploads.assemble(upload.id, claimed)
    const object = { ...assembled, modified: now(), headers: upload.headers }
    const replaced = index.replace(bucket, key, object, conditionsOf(request.headers))
    const unlisted = uploads.take(upload.id).filter((blob) => !index.isUsed(blob))
    return { etag: assembled.etag, leftovers: [...replaced, ...unlisted] }
  })
  await blobs.remove(leftovers)
  const location = `/${bucket}/${encodePath(key)}`
  const lines = [
    ['Location', location],
    ['Bucket', bucket],
    ['Key', key],
    ['ETag', `"${etag}"`],
  ] as const
  sendXml(response, ['CompleteMultipartUploadResult', lines])
}

function claimedParts(document: string): ClaimedPart[] {
  const root = parseXml(document)
  const parts = root.children
    .filter(({ name }) => name === 'Part')
    .map((part) => ({
      n: Number(childText(part, 'PartNumber')),
      etag: (childText(part, 'ETag') ?? '').replaceAll('"', ''),
    }))
  if (root.name !== 'CompleteMultipartUpload' || parts.length === 0 || parts.some(({ n }) => !Number.isInteger(n))) {
    throw new S3Error('MalformedXML', 'An upload is completed with its parts, each a number and an ETag.')
  }
  return parts
}

export const abortMultipartUpload: Handler = async ({ uploads, blobs }, { response, target }) => {
  await blobs.remove(uploads.abort(target.bucket, target.key, uploadIdOf(target)))
  sendNothing(response, 204)
}

export const listMultipartUploads: Handler = ({ uploads }, { response, target }) => {
  const { bucket, query } = target
  if (query.get('delimiter')) throw notImplemented('ListMultipartUploads with a delimiter')
  const prefix = query.get('prefix') ?? ''
  const limit = numberParameter(target, 'max-uploads', { fallback: pageSize, largest: pageSize })
  const encode = keyEncoder(target)
  // A key without an upload id means: after all uploads of that key.
  const keyMarker = query.get('key-marker') ?? ''
  const idMarker = query.get('upload-id-marker') ?? (keyMarker === '' ? '' : '\u{10FFFF}')

  const page: Upload[] = []
  let truncated = false
  for (const upload of uploads.uploadsFrom(bucket, { key: keyMarker, id: idMarker }, prefix)) {
    if (!upload.key.startsWith(prefix)) break
    if (page.length === limit) {
      truncated = limit > 0
      break
    }
    page.push(upload)
  }
  const last = page.at(-1)
  const next: XmlElement[] =
    truncated && last
      ? [
          ['NextKeyMarker', encode(last.key)],
          ['NextUploadIdMarker', last.id],
        ]
      : []
  sendXml(response, [
    'ListMultipartUploadsResult',
    [
      ['Bucket', bucket],
      ['Prefix', encode(prefix)],
      ['MaxUploads', limit],
      ['IsTruncated', truncated],
      ...next,
      ...page.map(({ id, key, started }): XmlElement => {
        return [
          'Upload',
          [
            ['Key', encode(key)],
            ['UploadId', id],
            ['Initiated', new Date(started).toISOString()],
          ],
        ]
      }),
    ],
  ])
}
