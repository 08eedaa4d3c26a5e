import { documentsIn, refuseOthers } from '../arguments.ts'
import { CommandError } from '../command-error.ts'
import { compileFilter } from '../query/filter.ts'
import { select } from '../query/select.ts'
import type { Collection } from '../storage/collection.ts'
import { updateDocuments } from '../update/update-documents.ts'
import type { Document } from '../values/document.ts'
import { type Command, namespaceOf } from './command.ts'

const insert: Command = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run(command, { catalog }) {
    const documents = documentsIn(command.documents, 'documents')
    const collection = catalog.findOrCreate(namespaceOf(command))
    let n = 0
    const errors = forEachWrite(documents, command.ordered, (document) => {
      collection.insert(document)
      n++
    })
    return { n, ...errors, ok: 1 }
  },
}

const update: Command = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  run(command, { catalog }) {
    const updates = documentsIn(command.updates, 'updates')
    const namespace = namespaceOf(command)
    let n = 0
    let nModified = 0
    const upserted: Document[] = []
    const errors = forEachWrite(updates, command.ordered, (update, index) => {
      refuseOthers('an update', update, ['q', 'u', 'multi', 'upsert', 'arrayFilters'])
      const { q, u, multi, upsert, arrayFilters } = update
      const result = updateDocuments(catalog, namespace, {
        filter: q,
        update: u,
        arrayFilters,
        multi: multi === true,
        upsert: upsert === true,
      })
      n += result.upserted ? 1 : result.matched
      nModified += result.modified
      if (result.upserted) upserted.push({ index, _id: result.upserted._id })
    })
    return { n, nModified, ...(upserted.length ? { upserted } : {}), ...errors, ok: 1 }
  },
}

const deleteCommand: Command = {
  fields: ['deletes', 'ordered'],
  run(command, { catalog }) {
    const collection = catalog.find(namespaceOf(command))
    let n = 0
    const errors = forEachWrite(documentsIn(command.deletes, 'deletes'), command.ordered, (deletion) => {
      refuseOthers('a delete', deletion, ['q', 'limit'])
      n += remove(collection, deletion)
    })
    return { n, ...errors, ok: 1 }
  },
}

function remove(collection: Collection | undefined, { q, limit }: Document): number {
  if (!collection) {
    compileFilter(q)
    return 0
  }
  const doomed = [...select(collection, { filter: q, limit: limit === 1 ? 1 : 0 })]
  for (const stored of doomed) collection.remove(stored)
  return doomed.length
}

/** Does the writes of one command; a failed one stops the rest, unless `ordered` is false. */
function forEachWrite(writes: Document[], ordered: unknown, write: (write: Document, index: number) => void) {
  const writeErrors: Document[] = []
  for (const [index, item] of writes.entries()) {
    try {
      write(item, index)
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (ordered !== false) break
    }
  }
  return writeErrors.length ? { writeErrors } : {}
}

export const writeCommands: Record<string, Command> = { insert, update, delete: deleteCommand }
