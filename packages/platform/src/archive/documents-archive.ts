import mongoose, { type Connection } from 'mongoose'
import type { ContentDigest } from './content-digest.ts'
import { createContentDigest } from './content-digest.ts'
import { digestedLine } from './events-archive.ts'
import type { Part } from './manifest.ts'
import { createPart, linesOf, type PartWriter } from './part-file.ts'

const { BSON } = mongoose.mongo
type Raw = Uint8Array

/** Documents inserted by one command. */
const batchSize = 500
const duplicate = 11_000

/** A document as a line: canonical Extended JSON, which keeps the types of BSON and the order of fields. */
export const lineOf = (raw: Raw): string =>
  BSON.EJSON.stringify(BSON.deserialize(raw, { promoteValues: false, promoteLongs: false, promoteBuffers: false }), {
    relaxed: false,
  })

export const documentOf = (line: string): Record<string, unknown> => BSON.EJSON.parse(line, { relaxed: false })

/** The names of a database's collections that hold something, or could. */
export async function collectionsOf(database: Connection): Promise<string[]> {
  const found = await database.listCollections()
  return found
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort()
}

const rawDocuments = (database: Connection, name: string): AsyncIterable<Raw> =>
  // `raw` gives the bytes of each document: the driver's types say otherwise.
  database.collection(name).find({}, { raw: true }).sort({ _id: 1 }) as unknown as AsyncIterable<Raw>

/** What a collection holds now. */
export async function digestOfCollection(database: Connection, name: string): Promise<ContentDigest> {
  const digest = createContentDigest()
  for await (const raw of rawDocuments(database, name)) digest.add(lineOf(raw))
  return digest
}

const partOf = (folder: string, database: Connection, name: string): Promise<PartWriter> => {
  const label = `${database.name}/${name}`
  return createPart(folder, { store: 'documents', name: label, file: `documents/${label}.jsonl` })
}

/** Writes one collection of a service's database. @returns the part, and what the collection held */
export async function exportCollection(folder: string, database: Connection, name: string): Promise<Exported> {
  const writer = await partOf(folder, database, name)
  for await (const raw of rawDocuments(database, name)) await writer.line(lineOf(raw))
  const part = await writer.end()
  return { part, digest: part.digest }
}

/** Writes a service's inbox, completed by the ids of `done`; all are to be remembered for long from `at` on. */
export async function exportInbox(
  folder: string,
  database: Connection,
  name: string,
  done: AsyncIterable<string>,
  at: Date,
): Promise<Exported> {
  const writer = await partOf(folder, database, name)
  const digest = createContentDigest()
  const known = new Set<string>()
  const add = async (id: string) => {
    if (known.has(id)) return
    known.add(id)
    await writer.line(digestedLine(id, at))
  }
  for await (const raw of rawDocuments(database, name)) {
    const line = lineOf(raw)
    digest.add(line)
    await add(String(documentOf(line)._id))
  }
  for await (const id of done) await add(id)
  return { part: await writer.end(), digest: digest.value() }
}

type Exported = { part: Part; digest: string }

/** Puts the documents of a part into a collection. Those that are there already stay as they are. @returns how many were added */
export async function importCollection(
  folder: string,
  part: Part,
  database: Connection,
  name: string,
): Promise<number> {
  const collection = database.collection<{ _id: never }>(name)
  let added = 0
  const insert = async (documents: Record<string, unknown>[]) => {
    if (documents.length === 0) return
    try {
      await collection.insertMany(documents as never, { ordered: false })
      added += documents.length
    } catch (error) {
      const failures = writeErrorsOf(error)
      if (failures.length === 0 || failures.some((code) => code !== duplicate)) throw error
      added += documents.length - failures.length
    }
  }
  let batch: Record<string, unknown>[] = []
  for await (const line of linesOf(folder, part)) {
    batch.push(documentOf(line))
    if (batch.length < batchSize) continue
    await insert(batch)
    batch = []
  }
  await insert(batch)
  return added
}

function writeErrorsOf(error: unknown): number[] {
  const { writeErrors, code } = error as { writeErrors?: { code?: number } | { code?: number }[]; code?: number }
  const list = writeErrors === undefined ? [] : Array.isArray(writeErrors) ? writeErrors : [writeErrors]
  return list.length > 0 ? list.map((one) => one.code ?? -1) : code === duplicate ? [duplicate] : []
}
