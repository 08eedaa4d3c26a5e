import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { startDocuments } from '@pmq/embedded/documents'
import mongoose from 'mongoose'
import { watchOperations } from './watch-operations.ts'

let dataDir: string
let documents: Awaited<ReturnType<typeof startDocuments>>
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'watched-'))
  documents = await startDocuments({ dataDir, port: 0 })
})
after(async () => {
  await documents.close()
  await rm(dataDir, { recursive: true })
})

test('what is asked of a server beyond what was proved is complained of, what was proved is not', async () => {
  const operations = watchOperations()
  const connection = await mongoose.createConnection(documents.uri, { dbName: 'watched' }).asPromise()
  const things = connection.collection('things')
  await things.insertOne({ n: 1 })
  await things.find({ n: { $gte: 1 } }).toArray()
  assert.deepEqual(operations.complaints(), [])

  await things.find({ n: { $not: { $gt: 3 } } }).toArray()
  await things.find({ 'a.b': null }).toArray()
  await things
    .aggregate([{ $sample: { size: 1 } }])
    .toArray()
    .catch(() => undefined)
  assert.deepEqual(operations.complaints(), [
    '$not around a comparison (differs over arrays) in find',
    "'a.b': null (differs over arrays of scalars) in find",
    '$sample is not among the operators allowed',
  ])
  operations.stop()
  await connection.close()
})
