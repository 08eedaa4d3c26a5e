import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../data-folder/index.ts'
import type { ByteRange } from './range.ts'

/** A file of bytes that never changes once it is there; objects are made of one or more. */
export type Blob = { id: string; size: number }

export type Digests = { size: number; md5: string; sha256?: string }

export type BlobStore = Awaited<ReturnType<typeof openBlobStore>>

const batchSize = 512 * 1024 // bytes: fewer, larger writes than the 64 KiB that a socket gives
const shards = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'))

/**
 * Opens the folder of blobs. Bytes arrive under `incoming/` and get their place under `blobs/` only when they are
 * whole and on the disk, so that no reader ever sees half a blob.
 * @param minFreeBytes what must stay free on the disk, for the databases beside us
 */
export async function openBlobStore(folder: string, minFreeBytes: number, openFile: typeof open = open) {
  const incoming = join(folder, 'incoming')
  const blobs = join(folder, 'blobs')
  const shardOf = (id: string) => join(blobs, id.slice(0, 2))
  const readers = new Map<string, number>()
  const doomed = new Set<string>()

  await rm(incoming, { recursive: true, force: true }) // what a crash left there was never acknowledged
  await mkdir(incoming, { recursive: true })
  for (const shard of shards) await mkdir(join(blobs, shard), { recursive: true })

  async function checkRoom(size: number) {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize - size >= minFreeBytes) return
    const message = `The disk has no room for ${size} bytes more (${minFreeBytes} must stay free).`
    throw Object.assign(new Error(message), { code: 'ENOSPC' })
  }

  const drop = (id: string) => rm(join(shardOf(id), id), { force: true })

  return {
    /**
     * Takes in a stream.
     * @param accept sees what arrived, and throws when it is not what was promised: nothing is kept then
     */
    async receive(
      source: AsyncIterable<Buffer>,
      { size, sha256 }: { size: number; sha256: boolean },
      accept: (digests: Digests) => void,
    ): Promise<Blob & Digests> {
      await checkRoom(size)
      const id = randomUUID()
      const arriving = join(incoming, id)
      const file = await openFile(arriving, 'wx')
      try {
        const digests = await writeAll(file, source, sha256)
        accept(digests)
        await file.sync()
        await file.close()
        await rename(arriving, join(shardOf(id), id))
        await syncFolder(shardOf(id))
        return { id, ...digests }
      } catch (error) {
        await file.close().catch(() => undefined)
        await rm(arriving, { force: true })
        throw error
      }
    },

    /** Streams bytes of blobs in a row, one file at a time. The blobs must be held. */
    async *read(row: readonly Blob[], { first, last }: ByteRange): AsyncGenerator<Buffer> {
      let offset = 0
      for (const { id, size } of row) {
        const start = Math.max(first - offset, 0)
        const end = Math.min(last - offset, size - 1)
        offset += size
        if (start > end) continue
        yield* createReadStream(join(shardOf(id), id), { start, end, highWaterMark: batchSize / 2 })
      }
    },

    /** Keeps blobs in place while somebody reads them; call the answer when done. */
    hold(row: readonly Blob[]): () => Promise<void> {
      for (const { id } of row) readers.set(id, (readers.get(id) ?? 0) + 1)
      return async () => {
        for (const { id } of row) {
          const left = (readers.get(id) ?? 1) - 1
          if (left > 0) readers.set(id, left)
          else {
            readers.delete(id)
            if (doomed.delete(id)) await drop(id)
          }
        }
      }
    },

    /** Deletes blobs, those being read as soon as they are not. */
    async remove(ids: readonly string[]): Promise<void> {
      for (const id of ids) {
        if (readers.has(id)) doomed.add(id)
        else await drop(id)
      }
    },

    /** Deletes the blobs that a crash left without an object. */
    async sweep(isUsed: (id: string) => boolean): Promise<void> {
      for (const shard of shards) {
        for (const id of await readdir(join(blobs, shard))) if (!isUsed(id)) await drop(id)
      }
    },
  }
}

/** Writes one batch while the next one fills: each upload uses two buffers, whatever its size. */
async function writeAll(file: FileHandle, source: AsyncIterable<Buffer>, withSha256: boolean): Promise<Digests> {
  const md5 = createHash('md5')
  const sha256 = withSha256 ? createHash('sha256') : undefined
  let size = 0
  let [filling, other] = [Buffer.allocUnsafe(batchSize), Buffer.allocUnsafe(batchSize)]
  let filled = 0
  let writing: Promise<void> = Promise.resolve()
  const flush = async () => {
    await writing
    writing = writeWhole(file, filling.subarray(0, filled))
    writing.catch(() => undefined) // seen by the next await; until then it must not end the process
    ;[filling, other] = [other, filling]
    filled = 0
  }
  try {
    for await (const chunk of source) {
      size += chunk.length
      md5.update(chunk)
      sha256?.update(chunk)
      for (let taken = 0; taken < chunk.length; ) {
        const copied = chunk.copy(filling, filled, taken)
        taken += copied
        filled += copied
        if (filled === batchSize) await flush()
      }
    }
    await flush()
  } finally {
    await writing // the file must not be closed under a write
  }
  return { size, md5: md5.digest('hex'), ...(sha256 ? { sha256: sha256.digest('hex') } : {}) }
}

async function writeWhole(file: FileHandle, bytes: Buffer) {
  let offset = 0
  while (offset < bytes.length) offset += (await file.write(bytes, offset)).bytesWritten
}
