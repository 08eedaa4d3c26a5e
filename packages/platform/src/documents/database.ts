import mongoose, { type Connection, type SchemaDefinition } from 'mongoose'
import type { Log } from '../log/index.ts'
import type { OutboxSource } from '../outbox/index.ts'
import type { Aggregate } from './change.ts'
import { type Collection, createCollection, type IndexSpec } from './collection.ts'

/** A service's own database: MongoDB, or the embedded engine that speaks its protocol. */
export type Database = {
  /** Opens a collection of aggregates: each document carries its outbox. */
  collection<State extends Aggregate>(name: string, schema: SchemaDefinition, indexes?: IndexSpec[]): Collection<State>
  /** Collections whose outboxes the relay has to empty. */
  outboxes(): OutboxSource[]
  /** Told after each write that left an event in an outbox. */
  onOutbox(listener: () => void): void
  /** For the platform's own bookkeeping (inbox, leases …); domain code uses `collection`. */
  connection: Connection
  /** Rejects when the server does not answer. */
  check(): Promise<void>
  close(): Promise<void>
}

/** Creates the indexes of all models that were declared; to be awaited before the first write. */
export const ensureIndexes = async (database: Database): Promise<void> => {
  await Promise.all(Object.values(database.connection.models).map((model) => model.createIndexes()))
}

/** Asks a server whether it answers, without any database. @throws when it does not */
export async function checkDocuments(uri: string): Promise<void> {
  const connection = mongoose.createConnection(uri, { serverSelectionTimeoutMS: 1500, maxPoolSize: 1 })
  try {
    await (await connection.asPromise()).db?.command({ ping: 1 }, { timeoutMS: 1500 })
  } finally {
    await connection.close().catch(() => undefined)
  }
}

/**
 * Connects to `name` on the server at `uri`. Resolves when the server answers.
 * @param source the `source` of the events of this database's aggregates, for example `/services/content`
 * @param clock tells the time of events
 */
export async function openDatabase(options: {
  uri: string
  name: string
  source: string
  clock: () => Date
  log: Log
}): Promise<Database> {
  const listeners: (() => void)[] = []
  const outboxes: OutboxSource[] = []
  const connection = mongoose.createConnection(options.uri, {
    dbName: options.name,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: 32,
    retryWrites: false,
    // No request waits longer: for a server, for a free connection, for one that was cut without a word (it is given up
    // when the server has missed a heartbeat).
    serverSelectionTimeoutMS: 3000,
    waitQueueTimeoutMS: 8000,
    connectTimeoutMS: 2500,
    heartbeatFrequencyMS: 3000,
    // Commands that wait for a lost server fail soon instead of piling up in memory.
    bufferCommands: false,
  })
  connection.on('error', (error) => options.log.warn({ err: error }, 'documents: connection error'))
  await connection.asPromise().catch(async (error) => {
    await connection.close().catch(() => undefined)
    throw error
  })

  return {
    connection,
    collection(name, schema, indexes = []) {
      const opened = createCollection({
        connection,
        name,
        schema,
        indexes,
        source: options.source,
        clock: options.clock,
        onOutbox: () => {
          for (const listener of listeners) listener()
        },
      })
      outboxes.push(opened.outbox)
      return opened.collection as never
    },
    outboxes: () => outboxes,
    onOutbox: (listener) => void listeners.push(listener),
    async check() {
      await connection.db?.command({ ping: 1 }, { timeoutMS: 2000 })
    },
    close: () => connection.close(),
  }
}
