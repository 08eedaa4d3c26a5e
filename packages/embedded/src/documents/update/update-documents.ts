import { badValue } from '../command-error.ts'
import { select } from '../query/select.ts'
import type { SortField } from '../query/sort.ts'
import type { Catalog } from '../storage/catalog.ts'
import type { Document } from '../values/document.ts'
import { sameValue } from '../values/same-value.ts'
import { compileUpdate, isReplacement } from './apply-update.ts'
import { upsertBase } from './upsert-base.ts'

export type UpdateRequest = {
  filter: unknown
  update: unknown
  arrayFilters?: unknown
  sort?: SortField[]
  multi?: boolean
  upsert?: boolean
}

export type UpdateResult = {
  matched: number
  modified: number
  /** The last matched document before and after. */
  before?: Document
  after?: Document
  upserted?: Document
}

/**
 * Updates what the filter finds (one document unless `multi`), or inserts when it finds nothing and `upsert` is set.
 * Nothing else runs between finding and updating: of two claims on one document, one finds it changed.
 */
export function updateDocuments(catalog: Catalog, namespace: string, request: UpdateRequest): UpdateResult {
  const { filter, arrayFilters, sort = [], multi = false, upsert = false } = request
  const update = compileUpdate(request.update, { filter, arrayFilters })
  if (multi && isReplacement(request.update)) throw badValue('A replacement can only be applied to one document.')
  const collection = catalog.find(namespace)
  const found = [...select(collection, { filter, sort, limit: multi ? 0 : 1 })]
  if (!collection || found.length === 0) {
    if (!upsert) return { matched: 0, modified: 0 }
    const upserted = catalog.findOrCreate(namespace).insert(update(upsertBase(filter), true))
    return { matched: 0, modified: 0, upserted, after: upserted }
  }
  const result: UpdateResult = { matched: found.length, modified: 0 }
  for (const stored of found) {
    result.before = stored.document
    const after = update(stored.document)
    if (!sameValue(stored.document, after)) {
      collection.replace(stored, after)
      result.modified++
    }
    result.after = stored.document
  }
  return result
}
