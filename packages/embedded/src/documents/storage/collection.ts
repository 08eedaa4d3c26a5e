import { ObjectId } from 'bson'
import type { Document } from '../values/document.ts'
import { orderKey } from '../values/order-key.ts'
import { prepareForStorage } from '../values/prepare-for-storage.ts'
import {
  assertUnique,
  countArrays,
  createDocumentIndex,
  type DocumentIndex,
  duplicateKey,
  type IndexDefinition,
  type IndexKeys,
  link,
  type StoredDocument,
  unlink,
} from './document-index.ts'
import type { Change } from './journal.ts'

/**
 * The documents of one collection in memory, in the order in which they were inserted, with their indexes.
 * A stored document is never changed in place: whoever holds one (a cursor, a reply) holds a snapshot.
 */
export type Collection = {
  readonly namespace: string
  readonly number: number
  readonly size: number
  all(): Iterable<StoredDocument>
  /** By the `orderKey` of its `_id`. */
  byIdKey(key: string): StoredDocument | undefined
  /** The first is always the one on `_id`. */
  indexes(): readonly DocumentIndex[]
  /** @throws DuplicateKey, or why the document cannot be stored; then nothing has changed */
  insert(document: Document): Document
  /** @throws like `insert` */
  replace(stored: StoredDocument, document: Document): void
  remove(stored: StoredDocument): void
  /** @throws DuplicateKey when the documents do not fit a unique index */
  addIndex(definition: IndexDefinition): void
  dropIndex(name: string): void
  /** Puts in what is on disk already. */
  load(documents: StoredDocument[], definitions: IndexDefinition[]): void
}

export type CollectionDependencies = {
  record(change: Change): void
  nextSequence(): number
}

/** What changes in an index when a document does. */
type Move = { index: DocumentIndex; from: IndexKeys; to: IndexKeys }

const ID_INDEX: IndexDefinition = { name: '_id_', key: { _id: 1 }, unique: true }

export function createCollection(
  namespace: string,
  number: number,
  { record, nextSequence }: CollectionDependencies,
): Collection {
  const documents = new Map<string, StoredDocument>()
  let indexes = [createDocumentIndex(ID_INDEX)]

  const idOf = (document: Document) => orderKey(document._id)
  const keysIn = (document: Document) => indexes.map((index) => index.keysOf(document))

  function attach(stored: StoredDocument, keys: IndexKeys[]) {
    documents.set(idOf(stored.document), stored)
    for (const [i, index] of indexes.entries()) link(index, stored, keys[i] as IndexKeys)
  }

  function detach(stored: StoredDocument) {
    documents.delete(idOf(stored.document))
    for (const index of indexes) unlink(index, stored, index.keysOf(stored.document))
  }

  /** The indexes that a change moves a document in, with its new keys. */
  const movesIn = (before: Document, after: Document): Move[] =>
    indexes.flatMap((index) => {
      if (index.isUntouched(before, after)) return []
      const [from, to] = [index.keysOf(before), index.keysOf(after)]
      const isSame = from.keys.length === to.keys.length && from.keys.every((key, at) => key === to.keys[at])
      return isSame && from.arrays === to.arrays ? [] : [{ index, from, to }]
    })

  function exchange(stored: StoredDocument, document: Document, moves: Move[]) {
    for (const { index, from, to } of moves) {
      unlink(index, stored, from)
      link(index, stored, to)
    }
    stored.document = document
  }

  function assertAllUnique(document: Document, keys: IndexKeys[]) {
    for (const [i, index] of indexes.entries()) assertUnique(namespace, index, keys[i] as IndexKeys, document)
  }

  function build(definition: IndexDefinition): DocumentIndex {
    const index = createDocumentIndex(definition)
    const entries: [string, StoredDocument][] = []
    for (const stored of documents.values()) {
      const { keys, arrays } = index.keysOf(stored.document)
      countArrays(index, arrays, 1)
      for (const key of keys) entries.push([key, stored])
    }
    index.entries.load(entries)
    return index
  }

  function define(changed: DocumentIndex[]) {
    const before = indexes
    const entry = (defined: DocumentIndex[]) =>
      ({ kind: 'define', number, namespace, indexes: defined.slice(1).map(({ definition }) => definition) }) as const
    indexes = changed
    record({
      entry: entry(changed),
      undo() {
        indexes = before
      },
    })
  }

  return {
    namespace,
    number,
    get size() {
      return documents.size
    },
    all: () => documents.values(),
    byIdKey: (key) => documents.get(key),
    indexes: () => indexes,

    insert(given) {
      const { _id = new ObjectId(), ...fields } = given
      const document = { _id, ...fields }
      const body = prepareForStorage(document)
      const keys = keysIn(document)
      if (documents.has(idOf(document))) throw duplicateKey(namespace, ID_INDEX, document)
      assertAllUnique(document, keys)
      const stored: StoredDocument = { sequence: nextSequence(), document }
      attach(stored, keys)
      record({
        entry: { kind: 'put', collection: number, sequence: stored.sequence, body },
        undo: () => detach(stored),
      })
      return document
    },

    replace(stored, document) {
      const body = prepareForStorage(document)
      const before = stored.document
      const moves = movesIn(before, document)
      for (const { index, to } of moves) assertUnique(namespace, index, to, document, stored)
      exchange(stored, document, moves)
      record({
        entry: { kind: 'put', collection: number, sequence: stored.sequence, body },
        undo: () => exchange(stored, before, movesIn(document, before)),
      })
    },

    remove(stored) {
      detach(stored)
      record({
        entry: { kind: 'delete', sequence: stored.sequence },
        undo: () => attach(stored, keysIn(stored.document)),
      })
    },

    addIndex(definition) {
      const index = build(definition)
      for (const stored of documents.values())
        assertUnique(namespace, index, index.keysOf(stored.document), stored.document, stored)
      define([...indexes, index])
    },

    dropIndex: (name) => define(indexes.filter(({ definition }) => definition.name !== name)),

    load(storedDocuments, definitions) {
      for (const stored of storedDocuments) documents.set(idOf(stored.document), stored)
      indexes = [ID_INDEX, ...definitions].map(build)
    },
  }
}
