import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose'
import { missing, stale } from '../errors/index.ts'
import { type OutboxSource, outboxEntry, outboxFields } from '../outbox/index.ts'
import { createFieldCaster } from './cast-fields.ts'
import type { Aggregate, Change } from './change.ts'
import { createDocumentReads, type DocumentReads, type Row } from './document-reads.ts'
import { isDuplicate } from './duplicate.ts'

export type IndexSpec = { fields: Record<string, 1 | -1>; unique?: boolean }

/** A store of aggregates: the state and its announcement are one write; a stale version changes nothing. */
export type Collection<State extends Aggregate> = DocumentReads<State> & {
  /**
   * Stores a new aggregate at version 1. Repeated with the same id (a retry after a lost answer), it gives back what is stored.
   * @throws DuplicateValue when a unique index refuses it
   */
  insert(change: Change<State>): Promise<State>
  /**
   * @param expected the version the change was decided on
   * @throws Refusal `version.stale` with the current state, `not-found`; DuplicateValue
   */
  commit(change: Change<State>, expected: number): Promise<State>
  /** As `commit`; the document goes once its last event is published. */
  remove(change: Change<State>, expected: number): Promise<void>
}

export function createCollection<State extends Aggregate>(options: {
  connection: Connection
  name: string
  schema: SchemaDefinition
  indexes: IndexSpec[]
  source: string
  clock: () => Date
  onOutbox: () => void
}): { collection: Collection<State>; outbox: OutboxSource } {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      deletedAt: { type: Date, default: null },
      ...outboxFields,
      ...options.schema,
    },
    { collection: options.name, versionKey: false, minimize: false, strict: 'throw', strictQuery: 'throw', id: false },
  )
  schema.index({ outboxPending: 1 })
  for (const { fields, unique } of options.indexes) schema.index(fields, { unique: unique ?? false })
  const model: Model<Row> = options.connection.model<Row>(options.name, schema as never)
  const castFields = createFieldCaster(schema)
  /** Writes go past mongoose's documents, which would take as long as all the rest of a command. */
  const written = options.connection.collection<Row>(options.name)

  const { reads, stateOf } = createDocumentReads<State>({ ...options, schema, fields: options.schema })
  const entries = (change: Change<State>, version: number) =>
    change.event
      ? [
          outboxEntry(change.event, {
            subject: change.state.id,
            sequence: version,
            source: options.source,
            now: options.clock(),
          }),
        ]
      : []
  const write = async (
    change: Change<State>,
    expected: number,
    extra: Record<string, unknown> = {},
  ): Promise<State> => {
    const { id, version: _version, ...given } = change.state
    const { _id, ...fields } = castFields({ _id: id, ...given, ...extra })
    const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const absent = Object.keys(fields).filter((name) => !(name in present))
    const outbox = entries(change, expected + 1)
    const update: Record<string, unknown> = {
      $set: { ...present, version: expected + 1, ...(outbox.length > 0 ? { outboxPending: true } : {}) },
      ...(absent.length > 0 ? { $unset: Object.fromEntries(absent.map((name) => [name, 1])) } : {}),
      ...(outbox.length > 0 ? { $push: { outbox: { $each: outbox } } } : {}),
    }
    const { matchedCount } = await written
      .updateOne({ _id: _id as string, version: expected, deletedAt: null }, update, { ignoreUndefined: true })
      .catch((error) => {
        throw isDuplicate(error) ?? error
      })
    if (matchedCount === 0) {
      const current = await model.findOne({ _id: id, deletedAt: null }).lean<Row>()
      throw current ? stale(stateOf(current)) : missing()
    }
    if (outbox.length > 0) options.onOutbox()
    return stateOf({ ...present, _id: id, version: expected + 1 })
  }

  const collection: Collection<State> = {
    ...reads,
    async insert(change) {
      const { id, version: _version, ...given } = change.state
      const outbox = entries(change, 1)
      const row = castFields(
        { ...given, _id: id, version: 1, outbox, outboxPending: outbox.length > 0 },
        { complete: true },
      )
      try {
        await written.insertOne(row as Row, { ignoreUndefined: true })
      } catch (error) {
        const duplicate = isDuplicate(error)
        if (!duplicate) throw error
        const existing = await collection.get(id)
        if (existing) return existing
        throw duplicate
      }
      if (outbox.length > 0) options.onOutbox()
      return { ...change.state, version: 1 }
    },
    commit: (change, expected) => write(change, expected),
    async remove(change, expected) {
      // Without an event nothing will come by to take the document away, so we do it here.
      const removed = await write(change, expected, { deletedAt: options.clock() })
      if (!change.event) await model.deleteOne({ _id: removed.id })
    },
  }
  return { collection, outbox: { name: options.name, model: model as never } }
}
