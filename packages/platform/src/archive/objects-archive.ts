import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { createS3Client, type S3Client, type S3Settings } from '../objects/s3-client.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { type ContentDigest, createContentDigest } from './content-digest.ts'
import type { Part } from './manifest.ts'
import { createPart, linesOf } from './part-file.ts'

/** A bucket of any S3 store. `label` is what it is for, the same in every installation; its name belongs to its store. */
export type Bucket = { client: S3Client; label: string; name: string; region: string }

export const openBucket = (label: string, { bucket, ...settings }: S3Settings & { bucket: string }): Bucket => ({
  client: createS3Client(settings),
  label,
  name: bucket,
  region: settings.region,
})

/** What one request can carry, on every store. */
const largest = 5 * 1024 ** 3

/** What the store keeps of an object beside its bytes. */
const kept = /^(content-(type|disposition|encoding|language)|cache-control|expires|x-amz-meta-.+)$/

const entry = z.object({
  key: z.string(),
  size: z.int(),
  sha256: z.string(),
  md5: z.string(),
  headers: z.record(z.string(), z.string()),
  offset: z.int(),
})
type Entry = z.infer<typeof entry>

const identityOf = ({ key, size, sha256, headers }: Omit<Entry, 'md5' | 'offset'>) =>
  JSON.stringify([key, size, sha256, headers])

async function* keysOf({ client, name }: Bucket): AsyncGenerator<{ key: string; size: number }> {
  for (let token = ''; ; ) {
    const page = await client.listObjectsV2Query(name, '', token, '', 1000, '')
    for (const object of page.objects) if (object.name !== undefined) yield { key: object.name, size: object.size }
    if (!page.isTruncated) return
    token = page.nextContinuationToken
  }
}

/** Reads an object once, giving each piece of it away. */
async function readObject({ client, name }: Bucket, key: string, take?: (chunk: Buffer) => Promise<void>) {
  const answer = await client.getObject(name, key)
  const sha256 = createHash('sha256')
  const md5 = createHash('md5')
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    sha256.update(chunk)
    md5.update(chunk)
    size += chunk.length
    await take?.(chunk)
  }
  // The client gives the answer itself, with its headers, whatever its type says.
  const { headers } = answer as Readable & { headers: Record<string, string | undefined> }
  const own = Object.entries(headers).filter((pair): pair is [string, string] => kept.test(pair[0]) && !!pair[1])
  return {
    key,
    size,
    sha256: sha256.digest('hex'),
    md5: md5.digest('hex'),
    headers: Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

/** Writes a bucket: its bytes, one object after the other, and what each is. Nothing is held in memory. */
export async function exportBucket(folder: string, bucket: Bucket): Promise<Part[]> {
  const about = { store: 'objects', name: bucket.label } as const
  const bytes = await createPart(folder, {
    ...about,
    name: `${bucket.label} (octets)`,
    file: `objects/${bucket.label}.bin`,
  })
  const index = await createPart(folder, { ...about, file: `objects/${bucket.label}.jsonl` })
  if (await bucket.client.bucketExists(bucket.name)) {
    for await (const { key, size } of keysOf(bucket)) {
      if (size > largest) throw new ArchiveRefused('too-large', `${bucket.name}/${key}`)
      const offset = bytes.bytes
      const read = await readObject(bucket, key, bytes.write)
      await index.line(JSON.stringify({ ...read, offset } satisfies Entry), identityOf(read))
    }
  }
  return [await bytes.end(), await index.end()]
}

/** What a bucket holds now; reads every byte. */
export async function digestOfBucket(bucket: Bucket): Promise<ContentDigest> {
  const digest = createContentDigest()
  if (!(await bucket.client.bucketExists(bucket.name))) return digest
  for await (const { key } of keysOf(bucket)) digest.add(identityOf(await readObject(bucket, key)))
  return digest
}

/** Whether there is any object. */
export async function isEmptyBucket(bucket: Bucket): Promise<boolean> {
  if (!(await bucket.client.bucketExists(bucket.name))) return true
  for await (const _object of keysOf(bucket)) return false
  return true
}

/** Puts the objects of a part into a bucket that exists, those that are there already left alone. @returns how many were put */
export async function importBucket(folder: string, part: Part, bucket: Bucket): Promise<number> {
  const path = join(folder, part.file.replace(/jsonl$/, 'bin'))
  let added = 0
  for await (const line of linesOf(folder, part)) {
    const object = entry.parse(JSON.parse(line))
    if (await isThere(bucket, object)) continue
    const { key, size, sha256, offset, headers } = object
    const body =
      size === 0
        ? Readable.from([])
        : createReadStream(path, { start: offset, end: offset + size - 1, highWaterMark: 512 * 1024 })
    const request = {
      method: 'PUT',
      bucketName: bucket.name,
      objectName: key,
      headers: { ...headers, 'content-length': String(size) },
    }
    // By TLS the client leaves the digest out of what it signs.
    const signed = bucket.client.enableSHA256 ? sha256 : ''
    const answer = await bucket.client.makeRequestStreamAsync(request, body, signed, [200], bucket.region)
    answer.resume()
    added += 1
  }
  return added
}

/** By size and ETag, which is the MD5 of what was put by one request. Where a store has others, the object is put again. */
async function isThere({ client, name }: Bucket, { key, size, md5 }: Entry): Promise<boolean> {
  try {
    const found = await client.statObject(name, key)
    return found.size === size && found.etag.replaceAll('"', '') === md5
  } catch (error) {
    if (/^(NotFound|NoSuchKey)$/.test((error as { code?: string }).code ?? '')) return false
    throw error
  }
}
