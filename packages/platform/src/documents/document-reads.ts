import type { Connection, Schema, SchemaDefinition } from 'mongoose'
import type { Aggregate } from './change.ts'
import { createKeptCopy } from './kept-copy.ts'

export type Filter = Record<string, unknown>
export type FindOptions = { sort?: Record<string, 1 | -1>; skip?: number; limit?: number }

/** What can be read of a collection; what is being taken away is not there any more. */
export type DocumentReads<State extends Aggregate> = {
  get(id: string): Promise<State | undefined>
  find(filter: Filter, options?: FindOptions): Promise<State[]>
  /** As `find`, but only some fields are read: for lists, which show little of what they list. */
  findOnly<Field extends keyof State & string>(
    fields: readonly Field[],
    filter: Filter,
    options?: FindOptions,
  ): Promise<Pick<State, Field>[]>
  findOne(filter: Filter): Promise<State | undefined>
  /**
   * As `find`, for documents that are few and read all day: they stay in memory, frozen, and each call asks only for their
   * versions. The list is the same one until something changes, so that what is computed from it may be kept with it.
   */
  kept(filter: Filter): () => Promise<readonly State[]>
  count(filter: Filter): Promise<number>
  each(filter: Filter): AsyncIterable<State>
}

/** A document as it is stored. */
export type Row = Record<string, unknown> & { _id: string; version: number }

const byId = { _id: 1 } as const
/** A list comes in one answer, and not in pieces of a hundred. */
const batchSize = 1000

/**
 * Reads past mongoose's queries, which cast what is typed already and take as long as the driver itself.
 * @param fields the schema's own fields, whose defaults a document has that was stored before they existed
 */
export function createDocumentReads<State extends Aggregate>({
  connection,
  name,
  schema,
  fields,
}: {
  connection: Connection
  name: string
  schema: Schema
  fields: SchemaDefinition
}): { reads: DocumentReads<State>; stateOf(row: Row): State } {
  const rows = connection.collection<Row>(name)
  const defaults = Object.entries(fields).flatMap(([name, field]) =>
    typeof field === 'object' && field !== null && 'default' in field ? [[name, field.default] as const] : [],
  )
  const stateOf = (row: Row, given = defaults): State => {
    const { _id, deletedAt: _deleted, outbox: _outbox, outboxPending: _pending, outboxLease: _lease, ...state } = row
    for (const [name, value] of given) if (!(name in state)) state[name] = structuredClone(value)
    return { id: _id, ...state } as State & Row
  }
  const living = (filter: Filter) => {
    checkNames(filter, schema)
    return { ...filter, deletedAt: null }
  }
  const rowsOf = (filter: Filter, { sort = byId, skip = 0, limit = 0 }: FindOptions, projection = {}) =>
    rows.find<Row>(living(filter), { sort, skip, limit, projection, batchSize }).toArray()

  const reads: DocumentReads<State> = {
    get: (id) => reads.findOne({ _id: id }),
    async find(filter, options = {}) {
      const found = await rowsOf(filter, options)
      return found.map((row) => stateOf(row))
    },
    async findOnly(fields, filter, options = {}) {
      const shown = Object.fromEntries(fields.map((name) => [name === 'id' ? '_id' : name, 1]))
      const given = defaults.filter(([name]) => (fields as readonly string[]).includes(name))
      const found = await rowsOf(filter, options, shown)
      return found.map((row) => stateOf(row, given))
    },
    async findOne(filter) {
      const row = await rows.findOne<Row>(living(filter))
      return row ? stateOf(row) : undefined
    },
    kept: (filter) =>
      createKeptCopy<State>({
        async versions() {
          const found = await rowsOf(filter, {}, { version: 1 })
          return found.map(({ _id, version }) => ({ id: _id, version }))
        },
        all: () => reads.find(filter),
      }),
    count: (filter) => rows.countDocuments(living(filter)),
    async *each(filter) {
      for await (const row of rows.find<Row>(living(filter), { sort: byId })) yield stateOf(row)
    },
  }
  return { reads, stateOf: (row) => stateOf(row) }
}

/** A name that is mistyped would find nothing, or everything, in silence. */
function checkNames(filter: Filter, schema: Schema): void {
  for (const [name, value] of Object.entries(filter)) {
    if (name.startsWith('$')) for (const part of [value].flat()) checkNames(part as Filter, schema)
    else if (!(name in schema.paths) && schema.pathType(name) === 'adhocOrUndefined')
      throw new Error(`No field "${name}" is declared.`)
  }
}
