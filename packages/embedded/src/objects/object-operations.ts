import { pipeline } from 'node:stream/promises'
import { checkRead, conditionsOf } from './conditions.ts'
import { type Call, type Engine, type Handler, sendNothing } from './engine.ts'
import { objectHeadersOf } from './object-headers.ts'
import type { StoredObject } from './object-index.ts'
import { type ByteRange, rangeOf } from './range.ts'
import { receiveBlob } from './request-body.ts'
import { S3Error } from './s3-error.ts'

export const putObject: Handler = async ({ index, blobs, now }, { request, response, target, payload }) => {
  const { bucket, key } = target
  const headers = objectHeadersOf(request.headers)
  const blob = await receiveBlob(request, payload, blobs)
  try {
    const object = { etag: blob.md5, modified: now(), headers, blobs: [blob] }
    const orphans = index.transaction(() => index.replace(bucket, key, object, conditionsOf(request.headers)))
    await blobs.remove(orphans)
  } catch (error) {
    if (!index.isUsed(blob.id)) await blobs.remove([blob.id])
    throw error
  }
  sendNothing(response, 200, { etag: `"${blob.md5}"` })
}

export const deleteObject: Handler = async ({ index, blobs }, { response, target }) => {
  await blobs.remove(index.remove(target.bucket, [target.key]))
  sendNothing(response, 204)
}

export const getObject: Handler = (engine, call) => sendObject(engine, call, { withBody: true })
export const headObject: Handler = (engine, call) => sendObject(engine, call, { withBody: false })

async function sendObject({ index, blobs }: Engine, call: Call, { withBody }: { withBody: boolean }): Promise<void> {
  const { request, response, target } = call
  const object = index.find(target.bucket, target.key)
  // Held in the same turn as it was found: a delete or a replacement cannot come in between.
  const release = blobs.hold(object.blobs)
  try {
    setObjectHeaders(call, object)
    if (checkRead(conditionsOf(request.headers), object) === 'unchanged') {
      response.writeHead(304).end()
      return
    }
    const range = askedRange(call, object)
    if (range) response.setHeader('content-range', `bytes ${range.first}-${range.last}/${object.size}`)
    const { first, last } = range ?? { first: 0, last: object.size - 1 }
    response.writeHead(range ? 206 : 200, { 'content-length': last - first + 1 })
    if (withBody) await pipeline(blobs.read(object.blobs, { first, last }), response)
    else response.end()
  } finally {
    await release()
  }
}

function setObjectHeaders({ response, target }: Call, object: StoredObject) {
  const overrides = [...target.query].filter(([name]) => name.startsWith('response-'))
  const headers = {
    ...object.headers,
    'accept-ranges': 'bytes',
    'last-modified': new Date(object.modified).toUTCString(),
    etag: `"${object.etag}"`,
    // A file that somebody uploaded is never run as something else than it says it is.
    'x-content-type-options': 'nosniff',
    ...Object.fromEntries(overrides.map(([name, value]) => [name.slice('response-'.length), value])),
  }
  for (const [name, value] of Object.entries(headers)) {
    try {
      response.setHeader(name, value)
    } catch {
      throw new S3Error('InvalidArgument', `The value for ${name} cannot be a header.`)
    }
  }
}

function askedRange({ request, response }: Call, object: StoredObject): ByteRange | undefined {
  const ifRange = request.headers['if-range']
  if (ifRange !== undefined && ifRange !== `"${object.etag}"`) return undefined
  try {
    return rangeOf(request.headers.range, object.size)
  } catch (error) {
    response.setHeader('content-range', `bytes */${object.size}`)
    throw error
  }
}
