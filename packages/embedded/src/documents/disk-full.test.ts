import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import mongoose from 'mongoose'
import { openDatabase } from '../data-folder/index.ts'
import { serveDocuments } from './document-server.ts'
import { createSqliteLog } from './storage/sqlite-log.ts'

/** An engine in this thread, whose disk can be made to fill up. */
async function started(dataDir: string) {
  const database = openDatabase(join(dataDir, 'documents.db'))
  const server = await serveDocuments(createSqliteLog(database), { port: 0, host: '127.0.0.1' })
  const client = new mongoose.mongo.MongoClient(`mongodb://127.0.0.1:${server.port}/?directConnection=true`)
  const stop = async () => {
    await client.close()
    await server.close()
  }
  const things = client.db('test').collection<{ _id: number; value: number; text?: string }>('things')
  return { database, things, stop }
}

test('on a full disk, writes fail with a message, reads go on, and memory stays what the disk is', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'documents-full-'))
  t.after(() => rm(dataDir, { recursive: true, force: true }))
  const { database, things, stop } = await started(dataDir)
  await things.createIndex({ value: 1 }, { unique: true })
  await things.insertMany([1, 2, 3].map((_id) => ({ _id, value: _id })))
  const before = await things.find().sort({ value: 1 }).toArray()

  const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count)
  database.exec(`PRAGMA max_page_count = ${pages + 2}`)
  const text = 'x'.repeat(20_000)
  const failing = await Promise.allSettled([
    things.insertOne({ _id: 4, value: 4, text }),
    things.updateOne({ _id: 1 }, { $set: { value: 40, text } }),
    things.deleteOne({ _id: 2 }),
    things.findOneAndUpdate({ _id: 3 }, { $inc: { value: 60 } }),
    things.createIndex({ text: 1 }),
  ])
  const messages = failing.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason.message) : ''))
  assert.ok(messages.some((message) => /disk is full/.test(message)))
  assert.match(String(messages[0]), /disk is full/)
  const acknowledged = failing.map(({ status }) => status === 'fulfilled')
  const expected = before
    .filter(({ _id }) => !(_id === 2 && acknowledged[2]))
    .map((thing) => (thing._id === 3 && acknowledged[3] ? { ...thing, value: 63 } : thing))
  assert.deepEqual(await things.find().sort({ value: 1 }).toArray(), expected)
  assert.deepEqual(await things.find({ value: 40 }).toArray(), [], 'the index went back too')

  database.exec(`PRAGMA max_page_count = ${pages + 1000}`)
  await things.insertOne({ _id: 5, value: 40 })
  const during = await things.find().sort({ _id: 1 }).toArray()
  await stop()

  const again = await started(dataDir)
  assert.deepEqual(await again.things.find().sort({ _id: 1 }).toArray(), during)
  await again.stop()
})
