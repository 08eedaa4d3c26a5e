import { createHash, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { createObjectStore, type ObjectStore } from '@pmq/platform/objects'
import { createS3Signer, type S3Keys, type S3Signer } from './s3-signer.ts'

/** An S3 server under test. */
export type ObjectsFixture = S3Keys & { stop(): Promise<void> }

export type ObjectsContractOptions = {
  start(): Promise<ObjectsFixture>
  /**
   * What the server does with a body whose connection breaks before its end. S3 refuses it; versitygw up to 1.8.0 keeps
   * what came (its issue 2414, repaired since, not released yet). The suite then proves that it shows, and that our own
   * `put` is whole all the same.
   */
  tornBodies?: 'refused' | 'kept'
}

/** The page whose browser must be let in: by `PutBucketCors`, or by the server's own setting. */
export const contractOrigin = 'http://pages.example'

/** What the promises are checked with: a bucket of its own, the port, and a signer for what the port would not do. */
export type ObjectsWorld = ObjectsFixture & { bucket: string; store: ObjectStore; signer: S3Signer }

export async function createObjectsWorld(fixture: ObjectsFixture): Promise<ObjectsWorld> {
  const bucket = `contract-${randomUUID()}`
  const store = createObjectStore({ ...fixture, bucket })
  await store.ensureBucket({ corsOrigins: [contractOrigin] })
  return { ...fixture, bucket, store, signer: createS3Signer(fixture) }
}

/** A key that no other test uses. */
export const aKey = (name = 'photo.jpg') => `contract/${randomUUID()}/${name}`

export const sha256Of = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')

/** Bytes that differ everywhere, so that a shifted or repeated block shows. */
export function someBytes(size: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(size)
  let state = seed >>> 0
  for (let i = 0; i + 4 <= size; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes.writeUInt32LE(state, i)
  }
  return bytes
}

/** The S3 code of an error answer. */
export async function s3Code(response: Response): Promise<string> {
  return /<Code>(.*?)<\/Code>/.exec(await response.text())?.[1] ?? `(status ${response.status}, no code)`
}

/** Asks a store again and again for what must not come: a server learns of a broken connection in its own time. */
export async function stays(refused: () => Promise<unknown>, times = 25): Promise<void> {
  for (let n = 0; n < times; n++) await refused()
}

/** Sends the beginning of a body, then breaks the connection. Resolves when it is broken. */
export function tearUpload(address: string, { announced, sent }: { announced: number; sent: Buffer }): Promise<void> {
  return new Promise((resolve) => {
    const torn = request(address, { method: 'PUT', headers: { 'content-length': announced } })
    torn.on('error', () => undefined)
    torn.on('close', resolve)
    torn.write(sent, () => torn.destroy())
  })
}
