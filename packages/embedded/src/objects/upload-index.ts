import { createHash, randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../data-folder/index.ts'
import type { Blob } from './blob-store.ts'
import type { ObjectHeaders } from './object-headers.ts'
import { S3Error } from './s3-error.ts'

export type Upload = { id: string; bucket: string; key: string; started: number }
export type Part = { n: number; blob: string; size: number; etag: string; modified: number }
/** A part that the client says it sent. */
export type ClaimedPart = { n: number; etag: string }

export type UploadIndex = ReturnType<typeof createUploadIndex>

const schema = `
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, started INTEGER NOT NULL, headers TEXT NOT NULL)
    WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS upload_key ON upload (bucket, key, id);
  CREATE TABLE IF NOT EXISTS part (
    upload TEXT NOT NULL, n INTEGER NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, PRIMARY KEY (upload, n)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS part_blob ON part (blob);
`
const smallestPart = 5 * 1024 * 1024 // bytes; the last part may be smaller

/** The multipart uploads under way and their parts. A part is there from its commit on, and survives a crash. */
export function createUploadIndex(database: DatabaseSync) {
  database.exec(schema)
  const sql = {
    add: database.prepare('INSERT INTO upload VALUES (?, ?, ?, ?, ?)'),
    upload: database.prepare('SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?'),
    remove: database.prepare('DELETE FROM upload WHERE id = ?'),
    list: database.prepare(
      'SELECT id, bucket, key, started FROM upload WHERE bucket = ? AND (key, id) > (?, ?) AND key >= ? ORDER BY key, id',
    ),
    inBucket: database.prepare('SELECT 1 FROM upload WHERE bucket = ? LIMIT 1'),
    part: database.prepare('SELECT n, blob, size, etag, modified FROM part WHERE upload = ? AND n = ?'),
    parts: database.prepare(
      'SELECT n, blob, size, etag, modified FROM part WHERE upload = ? AND n > ? ORDER BY n LIMIT ?',
    ),
    putPart: database.prepare('INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?, ?)'),
    blobs: database.prepare('SELECT blob FROM part WHERE upload = ?'),
    removeParts: database.prepare('DELETE FROM part WHERE upload = ?'),
    blob: database.prepare('SELECT 1 FROM part WHERE blob = ? LIMIT 1'),
  }

  function find(bucket: string, key: string, id: string): Upload & { headers: ObjectHeaders } {
    const row = sql.upload.get(id, bucket, key) as (Upload & { headers: string }) | undefined
    if (!row) throw new S3Error('NoSuchUpload', 'There is no such upload: it was completed, aborted, or never begun.')
    return { ...row, headers: JSON.parse(row.headers) as ObjectHeaders }
  }

  /** To be called inside a transaction. */
  function take(id: string): string[] {
    const blobs = (sql.blobs.all(id) as { blob: string }[]).map(({ blob }) => blob)
    sql.removeParts.run(id)
    sql.remove.run(id)
    return blobs
  }

  return {
    find,
    take,
    isUsed: (blob: string) => sql.blob.get(blob) !== undefined,
    hasAny: (bucket: string) => sql.inBucket.get(bucket) !== undefined,

    begin(bucket: string, key: string, headers: ObjectHeaders, now: number): string {
      const id = randomUUID()
      sql.add.run(id, bucket, key, now, JSON.stringify(headers))
      return id
    },

    /** Keeps a part in the place of one with the same number. Answers the blob that it replaced. */
    putPart(bucket: string, key: string, id: string, part: Part): string | undefined {
      return inTransaction(database, () => {
        find(bucket, key, id) // the upload may have been aborted while the bytes came
        const before = sql.part.get(id, part.n) as Part | undefined
        sql.putPart.run(id, part.n, part.blob, part.size, part.etag, part.modified)
        return before?.blob
      })
    },

    parts: (id: string, after: number, limit: number) => sql.parts.all(id, after, limit) as Part[],

    /** Ends an upload without an object. Answers the blobs to delete. */
    abort(bucket: string, key: string, id: string): string[] {
      return inTransaction(database, () => {
        find(bucket, key, id)
        return take(id)
      })
    },

    /**
     * Checks what the client says it sent against what is here, in S3's order of errors.
     * @returns the blobs of the object to be, and its ETag
     */
    assemble(id: string, claimed: readonly ClaimedPart[]): { blobs: Blob[]; etag: string } {
      if (claimed.some(({ n }, i) => n <= (claimed[i - 1]?.n ?? 0))) {
        throw new S3Error('InvalidPartOrder', 'The parts must be listed in ascending order of their numbers.')
      }
      const parts = claimed.map(({ n, etag }) => {
        const part = sql.part.get(id, n) as Part | undefined
        if (part?.etag === etag) return part
        throw new S3Error('InvalidPart', 'A part was never received, or its ETag is another.', { PartNumber: `${n}` })
      })
      const small = parts.slice(0, -1).find(({ size }) => size < smallestPart)
      if (small) {
        const details = { PartNumber: `${small.n}`, ProposedSize: `${small.size}`, MinSizeAllowed: `${smallestPart}` }
        throw new S3Error('EntityTooSmall', 'Every part but the last must have 5 MiB.', details)
      }
      const md5 = createHash('md5')
      for (const { etag } of parts) md5.update(etag, 'hex')
      return {
        blobs: parts.map(({ blob, size }) => ({ id: blob, size })),
        etag: `${md5.digest('hex')}-${parts.length}`,
      }
    },

    /** The uploads under way in a bucket, by key then id, after a pair (excluded) and from `prefix`; read lazily. */
    uploadsFrom: (bucket: string, after: { key: string; id: string }, prefix: string) =>
      sql.list.iterate(bucket, after.key, after.id, prefix) as Iterable<Upload>,
  }
}
