import { CommandError } from '../command-error.ts'
import { indexedValues, meetsArray } from '../query/paths.ts'
import { keyOfIndexedValue, type SortField } from '../query/sort.ts'
import { type Document, ownField } from '../values/document.ts'
import { reversedKey } from '../values/order-key.ts'
import { createSortedKeys, type SortedKeys } from './sorted-keys.ts'

/** A stored document, under a number that stays the same while its content changes: its age and its row on disk. */
export type StoredDocument = { readonly sequence: number; document: Document }

/** What `createIndexes` was told and `listIndexes` says. */
export type IndexDefinition = { name: string; key: Record<string, 1 | -1>; unique?: true; sparse?: true }

/** The keys of one document in one index: several when an array is on the way; `arrays` has a bit for each field where one is. */
export type IndexKeys = { keys: string[]; arrays: number }

export type DocumentIndex = {
  definition: IndexDefinition
  fields: SortField[]
  entries: SortedKeys<StoredDocument>
  /** How many documents have an array in each of the fields: as long as there are any, the index gives no order by that field. */
  arrayDocuments: number[]
  keysOf(document: Document): IndexKeys
  /** Whether two documents surely have the same keys; asked before `keysOf`, which costs more. */
  isUntouched(before: Document, after: Document): boolean
}

export function createDocumentIndex(definition: IndexDefinition): DocumentIndex {
  const fields = Object.entries(definition.key).map(([path, direction]) => ({ path, descending: direction === -1 }))
  const paths = fields.map(({ path, descending }) => ({ segments: path.split('.'), descending }))
  const roots = paths.map(({ segments }) => segments[0] as string)
  return {
    definition,
    fields,
    isUntouched: (before, after) => roots.every((root) => ownField(before, root) === ownField(after, root)),
    entries: createSortedKeys<StoredDocument>(({ sequence }) => sequence),
    arrayDocuments: fields.map(() => 0),
    keysOf(document) {
      const arrays = paths.reduce(
        (bits, { segments }, field) => bits | (Number(meetsArray(document, segments)) << field),
        0,
      )
      const isParallel = (arrays & (arrays - 1)) !== 0
      if (isParallel && definition.unique) throw parallelArrays(definition)
      const values = paths.map(({ segments }) => indexedValues(document, segments))
      if (definition.sparse && values.flat().every((value) => value === undefined)) return { keys: [], arrays: 0 }
      const parts = paths.map(({ descending }, field) => {
        const keys = new Set((values[field] ?? []).map(keyOfIndexedValue))
        return descending ? [...keys].map(reversedKey) : [...keys]
      })
      const keys = parts.reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => head + tail)), [''])
      return { keys, arrays }
    },
  }
}

export function link(index: DocumentIndex, stored: StoredDocument, { keys, arrays }: IndexKeys) {
  for (const key of keys) index.entries.add(key, stored)
  countArrays(index, arrays, 1)
}

export function unlink(index: DocumentIndex, stored: StoredDocument, { keys, arrays }: IndexKeys) {
  for (const key of keys) index.entries.remove(key, stored)
  countArrays(index, arrays, -1)
}

export function countArrays({ arrayDocuments }: DocumentIndex, arrays: number, by: 1 | -1) {
  for (let field = 0; arrays >> field; field++)
    if ((arrays >> field) & 1) arrayDocuments[field] = (arrayDocuments[field] ?? 0) + by
}

/** Whether documents may have several entries in an index. */
export const isMultikey = ({ arrayDocuments }: DocumentIndex) => arrayDocuments.some((count) => count > 0)

/** The range of the entries whose key begins with `prefix`, itself made of whole field keys. */
export const keysFrom = (prefix: string) => ({ from: prefix, to: `${prefix}\uffff` })

/** @throws DuplicateKey when a unique index has one of the document's keys for another one than `self` */
export function assertUnique(
  namespace: string,
  { definition, entries }: DocumentIndex,
  { keys }: IndexKeys,
  document: Document,
  self?: StoredDocument,
) {
  if (!definition.unique) return
  for (const key of keys)
    for (const [, holder] of entries.scan(keysFrom(key)))
      if (holder !== self) throw duplicateKey(namespace, definition, document)
}

/** Error 11000 in MongoDB's words; mongoose and the driver read `code`, `keyPattern` and `keyValue`. */
export function duplicateKey(namespace: string, { name, key }: IndexDefinition, document: Document): CommandError {
  const keyValue = Object.fromEntries(
    Object.keys(key).map((path) => [
      path,
      indexedValues(document, path.split('.')).find((value) => typeof value !== 'symbol') ?? null,
    ]),
  )
  const shown = Object.entries(keyValue).map(([path, value]) => `${path}: ${JSON.stringify(value)}`)
  const message = `E11000 duplicate key error collection: ${namespace} index: ${name} dup key: { ${shown.join(', ')} }`
  return new CommandError(11000, 'DuplicateKey', message, { keyPattern: key, keyValue })
}

const parallelArrays = ({ name }: IndexDefinition) =>
  new CommandError(
    171,
    'CannotIndexParallelArrays',
    `The unique index '${name}' cannot hold a document with arrays in two of its fields.`,
  )
