import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../data-folder/index.ts'
import type { Blob } from './blob-store.ts'
import { type Conditions, checkWrite } from './conditions.ts'
import type { ObjectHeaders } from './object-headers.ts'
import { S3Error } from './s3-error.ts'

/** An object as the index knows it; `modified` in milliseconds, `etag` without quotes. */
export type ObjectEntry = { key: string; size: number; etag: string; modified: number }
export type StoredObject = ObjectEntry & { headers: ObjectHeaders; blobs: Blob[] }
export type NewObject = Omit<StoredObject, 'key' | 'size'>

export type ObjectIndex = ReturnType<typeof createObjectIndex>

/** Text compares by its UTF-8 bytes, which is S3's order of keys. */
const schema = `
  CREATE TABLE IF NOT EXISTS bucket (name TEXT PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS object (
    id INTEGER PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified INTEGER NOT NULL, headers TEXT NOT NULL, UNIQUE (bucket, key));
  CREATE TABLE IF NOT EXISTS piece (
    object INTEGER NOT NULL, n INTEGER NOT NULL, blob TEXT NOT NULL, size INTEGER NOT NULL,
    PRIMARY KEY (object, n)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS piece_blob ON piece (blob);
`

type ObjectRow = { id: number; key: string; size: number; etag: string; modified: number; headers: string }

/**
 * The buckets and objects, in SQLite. A commit here is the moment when an object exists: blobs come before it,
 * and are deleted after it. Methods that take blobs away answer the ids of those that nobody uses any more.
 */
export function createObjectIndex(database: DatabaseSync) {
  database.exec(schema)
  const sql = {
    buckets: database.prepare('SELECT name, created FROM bucket ORDER BY name'),
    bucket: database.prepare('SELECT 1 FROM bucket WHERE name = ?'),
    addBucket: database.prepare('INSERT INTO bucket VALUES (?, ?)'),
    removeBucket: database.prepare('DELETE FROM bucket WHERE name = ?'),
    anyObject: database.prepare('SELECT 1 FROM object WHERE bucket = ? LIMIT 1'),
    object: database.prepare('SELECT * FROM object WHERE bucket = ? AND key = ?'),
    addObject: database.prepare(
      'INSERT INTO object (bucket, key, size, etag, modified, headers) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    removeObject: database.prepare('DELETE FROM object WHERE id = ?'),
    pieces: database.prepare('SELECT blob AS id, size FROM piece WHERE object = ? ORDER BY n'),
    addPiece: database.prepare('INSERT INTO piece VALUES (?, ?, ?, ?)'),
    removePieces: database.prepare('DELETE FROM piece WHERE object = ?'),
    blob: database.prepare('SELECT 1 FROM piece WHERE blob = ? LIMIT 1'),
    // The unary plus keeps the index on the first bound, which is the nearer one.
    entries: database.prepare(
      `SELECT key, size, etag, modified FROM object
       WHERE bucket = :bucket AND key >= max(:after, :from) AND +key > :after ORDER BY key`,
    ),
  }

  const rowOf = (bucket: string, key: string) => sql.object.get(bucket, key) as ObjectRow | undefined
  const blobsOf = (row: ObjectRow) => sql.pieces.all(row.id) as Blob[]
  const isUsed = (blob: string) => sql.blob.get(blob) !== undefined

  /** To be called inside a transaction. */
  function take(row: ObjectRow): string[] {
    const ids = blobsOf(row).map(({ id }) => id)
    sql.removePieces.run(row.id)
    sql.removeObject.run(row.id)
    return ids
  }

  function checkBucket(name: string): void {
    if (!sql.bucket.get(name))
      throw new S3Error('NoSuchBucket', 'There is no bucket with this name.', { BucketName: name })
  }

  return {
    isUsed,
    checkBucket,
    buckets: () => sql.buckets.all() as { name: string; created: number }[],

    addBucket(name: string, now: number): void {
      if (sql.bucket.get(name)) throw new S3Error('BucketAlreadyOwnedByYou', 'This bucket exists already.')
      sql.addBucket.run(name, now)
    },

    removeBucket(name: string): void {
      checkBucket(name)
      if (sql.anyObject.get(name)) throw new S3Error('BucketNotEmpty', 'The bucket still holds objects.')
      sql.removeBucket.run(name)
    },

    find(bucket: string, key: string): StoredObject {
      const row = rowOf(bucket, key)
      if (!row) throw new S3Error('NoSuchKey', 'There is no object with this key.', { Key: key })
      return { ...row, headers: JSON.parse(row.headers) as ObjectHeaders, blobs: blobsOf(row) }
    },

    /** Puts an object in the place of the one that may be there. To be called inside a transaction. */
    replace(bucket: string, key: string, object: NewObject, conditions: Conditions = {}): string[] {
      checkBucket(bucket) // the bucket may have gone while the bytes came
      const current = rowOf(bucket, key)
      checkWrite(conditions, current)
      const before = current ? take(current) : []
      const size = object.blobs.reduce((sum, blob) => sum + blob.size, 0)
      const headers = JSON.stringify(object.headers)
      const { lastInsertRowid } = sql.addObject.run(bucket, key, size, object.etag, object.modified, headers)
      for (const [n, blob] of object.blobs.entries()) sql.addPiece.run(lastInsertRowid, n, blob.id, blob.size)
      return before.filter((blob) => !isUsed(blob))
    },

    /** Removes objects in one commit; those that are not there are no error. */
    remove(bucket: string, keys: readonly string[]): string[] {
      return inTransaction(database, () => {
        const rows = keys.map((key) => rowOf(bucket, key))
        const ids = rows.flatMap((row) => (row ? take(row) : []))
        return ids.filter((blob) => !isUsed(blob))
      })
    },

    /** The objects of a bucket in the order of their keys, from `from` (included) and after `after` (excluded); read lazily. */
    entriesFrom: (bucket: string, { after, from }: { after: string; from: string }) =>
      sql.entries.iterate({ bucket, after, from }) as Iterable<ObjectEntry>,

    transaction: <Result>(work: () => Result) => inTransaction(database, work),
  }
}
