import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { ObjectSizeMismatch, objectErrorOf } from './object-errors.ts'
import type { transportFor } from './s3-client.ts'

export type PutOptions = {
  /** Bytes; must be true. */
  size: number
  /** The media type. */
  type: string
}

/** `sha256` in hexadecimal, of what went through. */
export type PutResult = { etag: string; size: number; sha256: string }

/**
 * Streams a body to a signed address, with its SHA-256 on the way. Not by the client's own `putObject`, which keeps
 * a whole part of 64 MiB in memory, resumes somebody else's upload to the same key, and lets an error of the source
 * end the process.
 */
export async function putStream(
  transport: ReturnType<typeof transportFor>,
  address: string,
  body: Readable,
  { size, type, md5 }: PutOptions & { md5?: string },
): Promise<PutResult> {
  const sha256 = createHash('sha256')
  const failures: unknown[] = []
  async function* counted(source: AsyncIterable<Uint8Array>) {
    try {
      let sent = 0
      for await (const chunk of source) {
        sent += chunk.length
        if (sent > size) break
        sha256.update(chunk)
        yield chunk
      }
      // Before the end of the request: the store must never take a body of another size for a whole one.
      if (sent !== size) throw new ObjectSizeMismatch(`The stream has not the ${size} bytes that were announced.`)
    } catch (error) {
      failures.push(error)
      throw error
    }
  }
  try {
    const headers = {
      'content-length': size,
      'content-type': type,
      ...(md5 === undefined ? {} : { 'content-md5': md5 }),
    }
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = transport.request(address, { method: 'PUT', headers }, resolve)
      request.on('error', reject)
      pipeline(body, counted, request).catch(reject)
    })
    const answer = await text(response)
    if (response.statusCode !== 200) throw s3ErrorOf(response, answer)
    return { etag: String(response.headers.etag).replaceAll('"', ''), size, sha256: sha256.digest('hex') }
  } catch (error) {
    // What the source said matters more than the cut connection that follows from it.
    throw failures.length > 0 ? failures[0] : objectErrorOf(error)
  }
}

function s3ErrorOf({ statusCode = 0 }: IncomingMessage, body: string): Error {
  const code = /<Code>([^<]*)<\/Code>/.exec(body)?.[1] ?? (statusCode >= 500 ? 'InternalError' : 'Refused')
  const message = /<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? `The store answered ${statusCode}.`
  return Object.assign(new Error(message), { code })
}
