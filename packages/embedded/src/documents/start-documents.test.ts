import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import mongoose from 'mongoose'
import { startDocuments } from './index.ts'

type Cleaning = { after(clean: () => Promise<void>): void }

async function aFolder(t: Cleaning): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function started(t: Cleaning, dataDir: string, port = 0) {
  const documents = await startDocuments({ dataDir, port })
  t.after(documents.close)
  const client = new mongoose.mongo.MongoClient(documents.uri, { serverSelectionTimeoutMS: 2000 })
  t.after(() => client.close())
  return { ...documents, port: Number(new URL(documents.uri).port), things: client.db('test').collection('things') }
}

test('documents, their order and their indexes are there after a restart', async (t) => {
  const dataDir = await aFolder(t)
  const first = await started(t, dataDir)
  await first.things.createIndex({ slug: 1 }, { unique: true, name: 'slug' })
  await first.things.insertMany(['c', 'a', 'b', 'd'].map((slug) => ({ slug })))
  await first.things.updateOne({ slug: 'a' }, { $set: { changed: true } })
  await first.things.deleteOne({ slug: 'b' })
  await first.close()

  const second = await started(t, dataDir)
  const found = await second.things.find({}, { projection: { _id: 0 } }).toArray()
  assert.deepEqual(found, [{ slug: 'c' }, { slug: 'a', changed: true }, { slug: 'd' }])
  await assert.rejects(second.things.insertOne({ slug: 'c' }), { code: 11000 })
})

test('what was dropped does not come back', async (t) => {
  const dataDir = await aFolder(t)
  const first = await started(t, dataDir)
  await first.things.insertOne({ slug: 'a' })
  await first.things.drop()
  await first.things.insertOne({ slug: 'b' })
  await first.close()
  const second = await started(t, dataDir)
  assert.deepEqual(await second.things.distinct('slug'), ['b'])
})

test('a second engine on the same folder, a taken port, and data of a newer version are refused with a code', async (t) => {
  const dataDir = await aFolder(t)
  const { port, close } = await started(t, dataDir)
  await assert.rejects(startDocuments({ dataDir, port: 0 }), { code: 'DATA_IN_USE' })
  const elsewhere = await aFolder(t)
  await assert.rejects(startDocuments({ dataDir: elsewhere, port }), { code: 'EADDRINUSE' })
  await close()
  const again = await started(t, elsewhere, port)
  await again.close()
  await writeFile(join(elsewhere, 'format.json'), '{"engine":"documents","format":99}')
  await assert.rejects(startDocuments({ dataDir: elsewhere, port: 0 }), { code: 'DATA_TOO_NEW' })
})

test('a stranger on the port is cut off, and the clients do not notice', async (t) => {
  const { port, things } = await started(t, await aFolder(t))
  const truncated = Buffer.from([
    30, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 221, 7, 0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 9, 9, 9, 9, 9,
  ])
  const strangers = [Buffer.from('POST / HTTP/1.1\r\nHost: localhost\r\n\r\n{}'), Buffer.alloc(64), truncated]
  for (const words of strangers) {
    const socket = connect(port, '127.0.0.1')
    socket.write(words)
    await once(socket, 'close')
  }
  await things.insertOne({ fine: true })
  assert.equal(await things.countDocuments(), 1)
})

test('writes asked for before closing are either acknowledged and kept, or refused', async (t) => {
  const dataDir = await aFolder(t)
  const { things, close } = await started(t, dataDir)
  await things.insertOne({ n: -1 })
  const writing = Array.from({ length: 200 }, (_, n) =>
    things.insertOne({ n }).then(
      () => n,
      () => undefined,
    ),
  )
  await writing[50]
  await close()
  const acknowledged = (await Promise.all(writing)).filter((n) => n !== undefined)
  const again = await started(t, dataDir)
  const kept = new Set(await again.things.distinct('n'))
  assert.ok(acknowledged.length > 50)
  assert.deepEqual(
    acknowledged.filter((n) => !kept.has(n)),
    [],
  )
})
