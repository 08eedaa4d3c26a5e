import { CommandError } from '../command-error.ts'
import { compileProjection } from '../query/projection.ts'
import { select } from '../query/select.ts'
import { parseSort } from '../query/sort.ts'
import { updateDocuments } from '../update/update-documents.ts'
import { type Command, namespaceOf } from './command.ts'

/** `findOneAndUpdate`, `findOneAndReplace`, `findOneAndDelete`: one document, found and changed in one step. */
const findAndModify: Command = {
  fields: ['query', 'sort', 'fields', 'remove', 'update', 'new', 'upsert', 'arrayFilters', 'bypassDocumentValidation'],
  run(command, { catalog }) {
    const { query: filter, remove, update, upsert, arrayFilters } = command
    const sort = parseSort(command.sort)
    const project = compileProjection(command.fields, filter) ?? ((document) => document)
    const namespace = namespaceOf(command)
    if (Boolean(remove) === (update !== undefined && update !== null))
      throw new CommandError(9, 'FailedToParse', 'findAndModify needs either remove or update.')

    if (remove) {
      const collection = catalog.find(namespace)
      const [stored] = [...select(collection, { filter, sort, limit: 1 })]
      const value = stored ? project(stored.document) : null
      if (stored) collection?.remove(stored)
      return { lastErrorObject: { n: stored ? 1 : 0 }, value, ok: 1 }
    }

    const result = updateDocuments(catalog, namespace, { filter, sort, update, arrayFilters, upsert: upsert === true })
    const kept = command.new ? result.after : result.before
    return {
      lastErrorObject: {
        n: result.upserted ? 1 : result.matched,
        updatedExisting: result.matched > 0,
        ...(result.upserted ? { upserted: result.upserted._id } : {}),
      },
      value: kept ? project(kept) : null,
      ok: 1,
    }
  },
}

export const findAndModifyCommands: Record<string, Command> = { findAndModify, findandmodify: findAndModify }
