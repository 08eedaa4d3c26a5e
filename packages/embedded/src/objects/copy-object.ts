import { checkRead, conditionsOf } from './conditions.ts'
import { type Handler, sendXml } from './engine.ts'
import { objectHeadersOf } from './object-headers.ts'
import { parseRequestTarget } from './request-target.ts'
import { notImplemented, S3Error } from './s3-error.ts'

/** Copies without moving a byte: both objects share their blobs, which go when nobody uses them. */
export const copyObject: Handler = async ({ index, blobs, now }, { request, response, target }) => {
  const source = sourceOf(String(request.headers['x-amz-copy-source']))
  const directive = String(request.headers['x-amz-metadata-directive'] ?? 'COPY')
  if (directive !== 'COPY' && directive !== 'REPLACE') {
    throw new S3Error('InvalidArgument', 'x-amz-metadata-directive is COPY or REPLACE.')
  }
  if (directive === 'COPY' && source.bucket === target.bucket && source.key === target.key) {
    throw new S3Error('InvalidRequest', 'A copy of an object to itself must replace its metadata.')
  }
  index.checkBucket(source.bucket)
  const modified = now()
  const { orphans, etag } = index.transaction(() => {
    const object = index.find(source.bucket, source.key)
    if (checkRead(conditionsOf(request.headers, 'x-amz-copy-source-'), object) === 'unchanged') {
      throw new S3Error('PreconditionFailed', 'The source is not as expected.')
    }
    const headers = directive === 'COPY' ? object.headers : objectHeadersOf(request.headers)
    const copy = { etag: object.etag, modified, headers, blobs: object.blobs }
    return { orphans: index.replace(target.bucket, target.key, copy, conditionsOf(request.headers)), etag: object.etag }
  })
  await blobs.remove(orphans)
  const lastModified = new Date(modified).toISOString()
  sendXml(response, [
    'CopyObjectResult',
    [
      ['LastModified', lastModified],
      ['ETag', `"${etag}"`],
    ],
  ])
}

function sourceOf(header: string): { bucket: string; key: string } {
  const { bucket, key, query } = parseRequestTarget(header.startsWith('/') ? header : `/${header}`)
  if (query.size > 0) throw notImplemented('copies of a version')
  if (bucket === '' || key === '') throw new S3Error('InvalidArgument', 'x-amz-copy-source must be /BUCKET/KEY.')
  return { bucket, key }
}
