import { createHash } from 'node:crypto'
import type { S3Client } from './s3-client.ts'

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''

/** Creates the bucket when it is not there, and lets the pages of some origins upload to it. Idempotent. */
export async function ensureBucket(
  client: S3Client,
  bucket: string,
  region: string,
  corsOrigins: readonly string[],
): Promise<void> {
  if (!(await client.bucketExists(bucket))) {
    // Another replica may have been first.
    await client.makeBucket(bucket, region).catch((error: unknown) => {
      if (!/^BucketAlready(OwnedByYou|Exists)$/.test(codeOf(error))) throw error
    })
  }
  if (corsOrigins.length > 0) await allowOrigins(client, bucket, corsOrigins)
}

/** versitygw exposes the ETag only by this rule; MinIO and the embedded store refuse it, and have their own setting. */
async function allowOrigins(client: S3Client, bucketName: string, origins: readonly string[]) {
  const elements = (name: string, values: readonly string[]) =>
    values.map((value) => `<${name}>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</${name}>`).join('')
  const rule = [
    elements('AllowedOrigin', origins),
    elements('AllowedMethod', ['GET', 'HEAD', 'PUT']),
    elements('AllowedHeader', ['*']),
    elements('ExposeHeader', ['ETag', 'Content-Length', 'Content-Range', 'Accept-Ranges']),
    elements('MaxAgeSeconds', ['600']),
  ].join('')
  const body = `<CORSConfiguration><CORSRule>${rule}</CORSRule></CORSConfiguration>`
  const headers = { 'content-md5': createHash('md5').update(body).digest('base64') }
  const request = { method: 'PUT', bucketName, query: 'cors', headers }
  await client.makeRequestAsyncOmit(request, body, [200, 204]).catch((error: unknown) => {
    if (!/^(NotImplemented|MethodNotAllowed)$/.test(codeOf(error))) throw error
  })
}
