import { CommandError } from '../command-error.ts'
import { compileFilter } from '../query/filter.ts'
import type { Catalog } from '../storage/catalog.ts'
import type { Collection } from '../storage/collection.ts'
import type { Document } from '../values/document.ts'
import { type Command, namespaceOf } from './command.ts'

export function existing(catalog: Catalog, namespace: string): Collection {
  const collection = catalog.find(namespace)
  if (!collection) throw new CommandError(26, 'NamespaceNotFound', `ns does not exist: ${namespace}`)
  return collection
}

/** Only plain collections: capped ones, views, time series, validators and the like are refused by their field. */
const create: Command = {
  fields: [],
  run(command, { catalog }) {
    catalog.findOrCreate(namespaceOf(command))
    return { ok: 1 }
  },
}

const drop: Command = {
  fields: [],
  run(command, { catalog }) {
    const collection = existing(catalog, namespaceOf(command))
    const nIndexesWas = collection.indexes().length
    catalog.drop(collection)
    return { nIndexesWas, ns: collection.namespace, ok: 1 }
  },
}

const dropDatabase: Command = {
  fields: [],
  run({ $db }, { catalog }) {
    for (const collection of catalog.list(String($db))) catalog.drop(collection)
    return { dropped: $db, ok: 1 }
  },
}

const listCollections: Command = {
  fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run({ $db, filter, nameOnly, cursor }, { catalog, cursors }) {
    const isWanted = compileFilter(filter)
    const described = catalog.list(String($db)).map(({ namespace }): Document => {
      const name = namespace.slice(String($db).length + 1)
      const brief = { name, type: 'collection' }
      return nameOnly
        ? brief
        : { ...brief, options: {}, info: { readOnly: false }, idIndex: { v: 2, key: { _id: 1 }, name: '_id_' } }
    })
    const { batchSize } = (cursor ?? {}) as Document
    return cursors.open(`${$db}.$cmd.listCollections`, described.filter(isWanted), batchSize)
  },
}

export const catalogCommands: Record<string, Command> = { create, drop, dropDatabase, listCollections }
