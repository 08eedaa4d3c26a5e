import { randomUUID } from 'node:crypto'
import mongoose, { type Connection, type Model, Schema } from 'mongoose'
import { createOperationsSeen, type OperationsSeen } from './operations-seen.ts'

/** A server that speaks MongoDB's protocol, ready to be connected to. */
export type DocumentsFixture = { uri: string; stop?(): Promise<void> }

export type Thing = {
  _id: mongoose.Types.ObjectId
  slug?: string
  state?: string | null
  title?: string
  n?: number | null
  at?: Date | null
  on?: boolean
  bytes?: Buffer
  ref?: mongoose.Types.ObjectId
  tags?: string[]
  numbers?: number[]
  lines?: { label: string; n?: number; done?: boolean }[]
  extra?: unknown
  version?: number
}

export type Things = Model<Thing>

export type DocumentsWorld = {
  connection: Connection
  /** A new, empty collection; `indexes` exist already. */
  things(
    indexes?: [fields: Record<string, 1 | -1>, options?: { unique?: boolean; sparse?: boolean }][],
  ): Promise<Things>
  seen: OperationsSeen
  /** Drops the database and ends the session; nothing more can be asked. */
  leave(): Promise<void>
  stop(): Promise<void>
}

function thingSchema() {
  const line = new Schema({ label: String, n: Number, done: Boolean }, { _id: false })
  return new Schema<Thing>(
    {
      slug: String,
      state: String,
      title: String,
      n: Number,
      at: Date,
      on: Boolean,
      bytes: Buffer,
      ref: Schema.Types.ObjectId,
      tags: { type: [String], default: undefined },
      numbers: { type: [Number], default: undefined },
      lines: { type: [line], default: undefined },
      extra: Schema.Types.Mixed,
      version: Number,
    },
    { versionKey: false, minimize: false, strict: 'throw', strictQuery: 'throw', autoIndex: false, autoCreate: false },
  )
}

/** Connects to a database of its own, with the settings that the platform uses. */
export async function createDocumentsWorld({ uri, stop }: DocumentsFixture): Promise<DocumentsWorld> {
  const connection = await mongoose
    .createConnection(uri, {
      dbName: `contract-${randomUUID().slice(0, 8)}`,
      maxPoolSize: 20,
      retryWrites: false,
      serverSelectionTimeoutMS: 5000,
      monitorCommands: true,
      bufferCommands: false,
    })
    .asPromise()
  const seen = createOperationsSeen(connection.getClient())
  let collections = 0
  let leaving: Promise<void> | undefined

  const leave = () => {
    leaving ??= connection.dropDatabase().then(() => connection.close())
    return leaving
  }

  return {
    connection,
    seen,
    async things(indexes = []) {
      const name = `things-${++collections}`
      const schema = thingSchema()
      for (const [fields, options] of indexes) schema.index(fields, options)
      const model = connection.model(name, schema, name)
      await model.createIndexes()
      return model as unknown as Things // mongoose infers the document from the schema, more loosely than Thing says
    },
    leave,
    async stop() {
      await leave()
      await stop?.()
    },
  }
}
