import assert from 'node:assert/strict'
import { test } from 'node:test'
import mongoose, { Schema } from 'mongoose'
import type { DocumentsWorld } from './documents-world.ts'

export function schemaPromises(world: () => DocumentsWorld): void {
  test('operators in place of values are refused before they reach the server', async () => {
    const things = await world().things()
    await things.create({ slug: 'secret', n: 1 })
    const injected = { $gt: '' } as unknown as string // what a request's JSON could contain
    await assert.rejects(things.find({ slug: { $eq: injected } }), mongoose.Error.CastError)
    await assert.rejects(things.updateOne({ slug: 'secret' }, { $set: { title: injected } }), mongoose.Error.CastError)
    await assert.rejects(things.create({ slug: injected }), mongoose.Error.ValidationError)
    await assert.rejects(things.findById(injected))
    await assert.rejects(things.find({ unknown: 1 }), mongoose.Error.StrictModeError)
    await assert.rejects(things.create({ unknown: 1 } as object), mongoose.Error.StrictModeError)
  })

  test('text that looks like an operator or a path is only text', async () => {
    const things = await world().things()
    const titles = ['$gt', '$where', 'a.b', '__proto__', '$title', '']
    await things.insertMany(titles.map((title) => ({ title })))
    for (const title of titles) assert.equal(await things.countDocuments({ title }), 1, title)
  })

  test('optimistic concurrency of mongoose tells the second saver', async () => {
    const schema = new Schema({ title: String }, { optimisticConcurrency: true, autoIndex: false, autoCreate: false })
    const model = world().connection.model('versioned', schema, 'versioned')
    const { _id } = await model.create({ title: 'first' })
    const [mine, theirs] = [await model.findById(_id), await model.findById(_id)]
    await mine?.set({ title: 'mine' }).save()
    await assert.rejects(async () => theirs?.set({ title: 'theirs' }).save(), mongoose.Error.VersionError)
    assert.equal((await model.findById(_id))?.title, 'mine')
  })

  test('indexes are listed, and creating them again changes nothing', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }], [{ state: 1, n: -1 }]])
    await things.create({ slug: 'a' })
    await things.createIndexes()
    const indexes = await things.listIndexes()
    assert.deepEqual(indexes.map(({ name, key }) => [name, { ...key }]).sort(), [
      ['_id_', { _id: 1 }],
      ['slug_1', { slug: 1 }],
      ['state_1_n_-1', { state: 1, n: -1 }],
    ])
  })

  test('a unique index cannot be made over values that are there twice', async () => {
    const things = await world().things()
    await things.insertMany([{ slug: 'a' }, { slug: 'a' }])
    await assert.rejects(things.collection.createIndex({ slug: 1 }, { unique: true }), { code: 11000 })
  })

  test('collections are listed, and gone once dropped', async () => {
    const things = await world().things()
    await things.create({ n: 1 })
    const names = async () => (await world().connection.listCollections()).map(({ name }) => name)
    assert.ok((await names()).includes(things.collection.name))
    await things.collection.drop()
    assert.ok(!(await names()).includes(things.collection.name))
    assert.deepEqual(await things.find().lean(), [])
  })

  test('the server answers a ping', async () => {
    assert.equal((await world().connection.db?.command({ ping: 1 }))?.ok, 1)
  })
}
