import { serialize } from 'bson'
import type { Document } from '../values/document.ts'

const MAX_BATCH_BYTES = 16 * 1024 * 1024

/** Documents ready to be sent, never many megabytes more than 16 together. */
export type Batch = Uint8Array[]

/** Takes as many documents as fit one reply: at most `limit`, at least one if there is any. */
export function takeBatch(documents: Document[], from: number, limit: number): Batch {
  const batch: Batch = []
  let bytes = 0
  for (let at = from; at < documents.length && batch.length < limit; at++) {
    const encoded = serialize(documents[at] as Document, { ignoreUndefined: true })
    bytes += encoded.length
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break
    batch.push(encoded)
  }
  return batch
}

const DOCUMENT = 0x03
const ARRAY = 0x04

/** The reply `{ cursor: { [name]: batch, ...cursor }, ok: 1 }`, without reading the documents of the batch again. */
export function encodeCursorReply(name: string, batch: Batch, cursor: Document): Buffer {
  const array = wrap(batch.map((document, index) => element(DOCUMENT, String(index), document)))
  const inner = wrap([element(ARRAY, name, array), fieldsOf(cursor)])
  return wrap([element(DOCUMENT, 'cursor', inner), fieldsOf({ ok: 1 })])
}

const element = (type: number, name: string, value: Uint8Array) =>
  Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value])

/** A document's fields without the length before and the zero after them. */
const fieldsOf = (document: Document) => serialize(document).subarray(4, -1)

function wrap(parts: Uint8Array[]): Buffer {
  const length = 4 + parts.reduce((sum, part) => sum + part.length, 0) + 1
  const whole = Buffer.allocUnsafe(length)
  whole.writeInt32LE(length, 0)
  let at = 4
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  whole[at] = 0
  return whole
}
