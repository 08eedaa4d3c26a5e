import { Long } from 'bson'
import { badValue, CommandError } from '../command-error.ts'
import type { Document } from '../values/document.ts'
import { encodeCursorReply, takeBatch } from '../wire/batches.ts'

const FIRST_BATCH = 101
const IDLE_MINUTES = 10

/** A reply that is encoded already. */
export type EncodedReply = Buffer

export type Cursors = {
  /** The first batch of a result, and a cursor for the rest of it. */
  open(namespace: string, documents: Document[], batchSize: unknown, singleBatch?: boolean): EncodedReply
  next(id: string, namespace: string, batchSize: unknown): EncodedReply
  /** Says whether the cursor existed. */
  kill(id: string): boolean
  /** Forgets the cursors that nobody has read for ten minutes. */
  expire(): void
}

/** The open cursors; each holds the documents as they were when the query ran. */
export function createCursors(now: () => number = Date.now): Cursors {
  type Cursor = { namespace: string; documents: Document[]; position: number; lastUse: number }
  const cursors = new Map<string, Cursor>()
  let lastId = 0

  return {
    open(namespace, documents, batchSize, singleBatch = false) {
      const batch = takeBatch(documents, 0, sizeOf(batchSize) ?? FIRST_BATCH)
      const isDone = singleBatch || batch.length === documents.length
      const id = isDone ? Long.ZERO : Long.fromNumber(++lastId)
      if (!isDone) cursors.set(String(id), { namespace, documents, position: batch.length, lastUse: now() })
      return encodeCursorReply('firstBatch', batch, { id, ns: namespace })
    },
    next(id, namespace, batchSize) {
      const cursor = cursors.get(id)
      if (!cursor || cursor.namespace !== namespace)
        throw new CommandError(43, 'CursorNotFound', `cursor id ${id} not found`)
      const batch = takeBatch(cursor.documents, cursor.position, sizeOf(batchSize) || Number.POSITIVE_INFINITY)
      cursor.position += batch.length
      cursor.lastUse = now()
      const isDone = cursor.position === cursor.documents.length
      if (isDone) cursors.delete(id)
      return encodeCursorReply('nextBatch', batch, { id: isDone ? Long.ZERO : Long.fromString(id), ns: namespace })
    },
    kill: (id) => cursors.delete(id),
    expire() {
      for (const [id, { lastUse }] of cursors) if (now() - lastUse > IDLE_MINUTES * 60_000) cursors.delete(id)
    },
  }
}

function sizeOf(batchSize: unknown): number | undefined {
  if (batchSize === undefined) return undefined
  if (typeof batchSize !== 'number' || batchSize < 0) throw badValue('batchSize must be a number ≥ 0.')
  return batchSize
}
