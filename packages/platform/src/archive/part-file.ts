import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { ArchiveRefused } from './archive-refused.ts'
import { createContentDigest } from './content-digest.ts'
import type { Part } from './manifest.ts'

export type PartWriter = {
  /** Bytes written so far. */
  readonly bytes: number
  write(bytes: Uint8Array | string): Promise<void>
  /** One thing, one line; `identity` is what its digest is made of, the line itself when not given. */
  line(line: string, identity?: string): Promise<void>
  /** Resolves when all is on the disk. */
  end(): Promise<Part>
}

/** Writes one file of an archive, never more than a buffer in memory; readable by its owner only. */
export async function createPart(folder: string, about: Pick<Part, 'store' | 'name' | 'file'>): Promise<PartWriter> {
  const path = join(folder, about.file)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const stream = createWriteStream(path, { mode: 0o600, flush: true })
  const ended = finished(stream)
  ended.catch(() => undefined) // told by the write or the end that meets it
  const sha256 = createHash('sha256')
  const digest = createContentDigest()
  let bytes = 0
  const write = async (chunk: Uint8Array | string) => {
    const buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    sha256.update(buffer)
    bytes += buffer.length
    if (!stream.write(buffer)) await Promise.race([once(stream, 'drain'), ended])
  }
  return {
    get bytes() {
      return bytes
    },
    write,
    async line(line, identity = line) {
      digest.add(identity)
      await write(`${line}\n`)
    },
    async end() {
      stream.end()
      await ended
      return { ...about, bytes, sha256: sha256.digest('hex'), count: digest.count, digest: digest.value() }
    },
  }
}

/** The lines of a part. */
export async function* linesOf(folder: string, { file }: Pick<Part, 'file'>): AsyncGenerator<string> {
  const input = createReadStream(join(folder, file), { highWaterMark: 256 * 1024 })
  // Cut here and not by readline, which also cuts at U+2028: texts may hold it.
  let rest = ''
  input.setEncoding('utf8')
  for await (const chunk of input as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

/** @throws ArchiveRefused when the file is not what was written */
export async function checkPart(folder: string, { file, bytes, sha256 }: Part): Promise<void> {
  const path = join(folder, file)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new ArchiveRefused('altered', `${file} is missing`)
    throw error
  })
  if (found.size !== bytes) throw new ArchiveRefused('altered', `${file} has ${found.size} bytes, not ${bytes}`)
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) hash.update(chunk as Buffer)
  if (hash.digest('hex') !== sha256) throw new ArchiveRefused('altered', `${file} is not what was written`)
}
