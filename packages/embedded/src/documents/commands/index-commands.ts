import { documentsIn, refuseOthers } from '../arguments.ts'
import { badValue, CommandError, unsupported } from '../command-error.ts'
import type { Collection } from '../storage/collection.ts'
import type { IndexDefinition } from '../storage/document-index.ts'
import type { Document } from '../values/document.ts'
import { sameValue } from '../values/same-value.ts'
import { existing } from './catalog-commands.ts'
import { type Command, namespaceOf } from './command.ts'

const createIndexes: Command = {
  fields: ['indexes', 'commitQuorum'],
  run(command, { catalog }) {
    const definitions = documentsIn(command.indexes, 'indexes').map(readDefinition)
    const collection = catalog.findOrCreate(namespaceOf(command))
    const numIndexesBefore = collection.indexes().length
    for (const definition of definitions) if (isNew(collection, definition)) collection.addIndex(definition)
    return { numIndexesBefore, numIndexesAfter: collection.indexes().length, ok: 1 }
  },
}

function readDefinition(spec: Document): IndexDefinition {
  if (spec.expireAfterSeconds !== undefined)
    throw unsupported("TTL indexes ('expireAfterSeconds'): expiry is a job of ours, from a due date in the document")
  refuseOthers('an index', spec, ['key', 'name', 'unique', 'sparse', 'background', 'v'])
  const { key, name, unique, sparse } = spec
  const fields = Object.entries((key ?? {}) as Document)
  if (fields.length === 0) throw badValue('An index needs at least one field.')
  for (const [path, direction] of fields) {
    if (typeof direction === 'string') throw unsupported(`${direction} indexes ('${path}')`)
    if (path.includes('$')) throw unsupported(`wildcard indexes ('${path}')`)
    if (direction !== 1 && direction !== -1) throw badValue(`The direction of '${path}' must be 1 or -1.`)
  }
  const defaultName = fields.map(([path, direction]) => `${path}_${direction}`).join('_')
  return {
    name: typeof name === 'string' ? name : defaultName,
    key: Object.fromEntries(fields) as IndexDefinition['key'],
    ...(unique ? { unique: true } : {}),
    ...(sparse ? { sparse: true } : {}),
  }
}

/** An identical index is no news; one that differs under the same name or on the same fields is an error. */
function isNew(collection: Collection, wanted: IndexDefinition): boolean {
  if (sameValue(wanted.key, { _id: 1 })) return false
  for (const { definition } of collection.indexes()) {
    const isSameKey = sameValue(definition.key, wanted.key)
    const isSameName = definition.name === wanted.name
    if (isSameName && isSameKey && definition.unique === wanted.unique && definition.sparse === wanted.sparse)
      return false
    if (isSameName)
      throw new CommandError(86, 'IndexKeySpecsConflict', `Another index is already called '${wanted.name}'.`)
    if (isSameKey)
      throw new CommandError(
        85,
        'IndexOptionsConflict',
        `Index '${definition.name}' has the same fields as '${wanted.name}'.`,
      )
  }
  return true
}

const listIndexes: Command = {
  fields: ['cursor'],
  run(command, { catalog, cursors }) {
    const namespace = namespaceOf(command)
    const described = existing(catalog, namespace)
      .indexes()
      .map(({ definition: { name, key, unique, sparse } }) => ({
        v: 2,
        key,
        name,
        ...(unique && name !== '_id_' ? { unique } : {}),
        ...(sparse ? { sparse } : {}),
      }))
    const { batchSize } = (command.cursor ?? {}) as Document
    return cursors.open(namespace, described, batchSize)
  },
}

const dropIndexes: Command = {
  fields: ['index'],
  run(command, { catalog }) {
    const collection = existing(catalog, namespaceOf(command))
    const nIndexesWas = collection.indexes().length
    for (const name of namesToDrop(collection, command.index)) collection.dropIndex(name)
    return { nIndexesWas, ok: 1 }
  },
}

function namesToDrop(collection: Collection, index: unknown): string[] {
  const definitions = collection.indexes().map(({ definition }) => definition)
  if (index === '*') return definitions.map(({ name }) => name).filter((name) => name !== '_id_')
  const wanted = Array.isArray(index) ? index : [index]
  return wanted.map((nameOrKey) => {
    const found = definitions.find(({ name, key }) => name === nameOrKey || sameValue(key, nameOrKey))
    if (!found) throw new CommandError(27, 'IndexNotFound', `index not found: ${JSON.stringify(nameOrKey)}`)
    if (found.name === '_id_') throw new CommandError(72, 'InvalidOptions', 'cannot drop the _id index')
    return found.name
  })
}

export const indexCommands: Record<string, Command> = { createIndexes, listIndexes, dropIndexes }
