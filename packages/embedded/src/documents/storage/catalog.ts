import { deserialize } from 'bson'
import { type Collection, createCollection } from './collection.ts'
import type { StoredDocument } from './document-index.ts'
import type { Journal } from './journal.ts'
import type { SqliteLog } from './sqlite-log.ts'

/** All collections of all databases, by namespace (`database.collection`). */
export type Catalog = {
  find(namespace: string): Collection | undefined
  findOrCreate(namespace: string): Collection
  /** Those of one database. */
  list(database: string): Collection[]
  drop(collection: Collection): void
}

/** Reads everything into memory. */
export function loadCatalog(log: Pick<SqliteLog, 'collections' | 'documents'>, journal: Journal): Catalog {
  const collections = new Map<string, Collection>()
  let lastSequence = 0
  let lastNumber = 0
  const create = (namespace: string, number: number) =>
    createCollection(namespace, number, { record: journal.record, nextSequence: () => ++lastSequence })

  const contents = new Map<number, StoredDocument[]>()
  for (const { sequence, collection, body } of log.documents()) {
    const stored = contents.get(collection) ?? []
    stored.push({ sequence, document: deserialize(body) })
    contents.set(collection, stored)
    lastSequence = sequence
  }
  for (const { number, namespace, indexes } of log.collections()) {
    const collection = create(namespace, number)
    collection.load(contents.get(number) ?? [], indexes)
    collections.set(namespace, collection)
    lastNumber = Math.max(lastNumber, number)
  }

  return {
    find: (namespace) => collections.get(namespace),
    list: (database) => [...collections.values()].filter(({ namespace }) => namespace.startsWith(`${database}.`)),
    findOrCreate(namespace) {
      const existing = collections.get(namespace)
      if (existing) return existing
      const collection = create(namespace, ++lastNumber)
      collections.set(namespace, collection)
      journal.record({
        entry: { kind: 'define', number: collection.number, namespace, indexes: [] },
        undo: () => void collections.delete(namespace),
      })
      return collection
    },
    drop(collection) {
      for (const stored of [...collection.all()]) collection.remove(stored)
      collections.delete(collection.namespace)
      journal.record({
        entry: { kind: 'drop', number: collection.number },
        undo: () => void collections.set(collection.namespace, collection),
      })
    },
  }
}
