import assert from 'node:assert/strict'
import { test } from 'node:test'
import mongoose from 'mongoose'
import type { DocumentsWorld, Thing } from './documents-world.ts'

/** All that every server says of a value that is there already. Which field it was, not all of them say. */
const duplicate = { code: 11000 }

export function writingPromises(world: () => DocumentsWorld): void {
  test('an _id is given once', async () => {
    const things = await world().things()
    const { _id } = await things.create({ n: 1 })
    await assert.rejects(things.create({ _id, n: 2 }), duplicate)
    assert.equal((await things.findById(_id).lean())?.n, 1)
  })

  test('a unique index refuses a value that is there, on insert, update and replacement', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    await things.insertMany([{ slug: 'a' }, { slug: 'b' }])
    await assert.rejects(things.create({ slug: 'a' }), duplicate)
    await assert.rejects(things.updateOne({ slug: 'b' }, { $set: { slug: 'a' } }), duplicate)
    await assert.rejects(things.findOneAndUpdate({ slug: 'b' }, { $set: { slug: 'a' } }), duplicate)
    await assert.rejects(things.replaceOne({ slug: 'b' }, { slug: 'a' }), duplicate)
    assert.deepEqual((await things.distinct('slug')).sort(), ['a', 'b'])
  })

  test('a unique index on two fields refuses the pair only', async () => {
    const things = await world().things([[{ state: 1, n: 1 }, { unique: true }]])
    await things.insertMany([
      { state: 'a', n: 1 },
      { state: 'a', n: 2 },
      { state: 'b', n: 1 },
    ])
    await assert.rejects(things.create({ state: 'a', n: 2 }), duplicate)
  })

  test('a unique value is free again once its document is gone or changed', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    const { _id } = await things.create({ slug: 'a' })
    await things.updateOne({ _id }, { $set: { slug: 'b' } })
    await things.create({ slug: 'a' })
    await things.deleteOne({ _id })
    await things.create({ slug: 'b' })
  })

  test('of an ordered list of insertions, those before the first error are kept', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    await assert.rejects(things.insertMany([{ slug: 'a' }, { slug: 'a' }, { slug: 'b' }]), duplicate)
    assert.deepEqual(await things.distinct('slug'), ['a'])
  })

  test('of an unordered list of insertions, all that can be kept are', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    const list = [{ slug: 'a' }, { slug: 'a' }, { slug: 'b' }]
    await assert.rejects(things.insertMany(list, { ordered: false }), duplicate)
    assert.deepEqual((await things.distinct('slug')).sort(), ['a', 'b'])
  })

  test('a bulk write inserts, updates, replaces, upserts and deletes', async () => {
    const things = await world().things()
    await things.insertMany([
      { slug: 'a', n: 1 },
      { slug: 'b', n: 1 },
      { slug: 'c', n: 1 },
      { slug: 'd', n: 1 },
    ])
    const result = await things.bulkWrite([
      { insertOne: { document: { slug: 'new' } as Thing } },
      { updateOne: { filter: { slug: 'a' }, update: { $set: { n: 2 } } } },
      { updateMany: { filter: { n: 1 }, update: { $set: { state: 'seen' } } } },
      { replaceOne: { filter: { slug: 'b' }, replacement: { slug: 'b', title: 'replaced' } as Thing } },
      { updateOne: { filter: { slug: 'up' }, update: { $set: { n: 9 } }, upsert: true } },
      { deleteOne: { filter: { slug: 'd' } } },
    ])
    assert.deepEqual(
      [result.insertedCount, result.matchedCount, result.modifiedCount, result.upsertedCount, result.deletedCount],
      [1, 5, 5, 1, 1],
    )
    const found = await things.find({}, { _id: 0 }).sort({ slug: 1 }).lean()
    assert.deepEqual(found, [
      { slug: 'a', n: 2 },
      { slug: 'b', title: 'replaced' },
      { slug: 'c', n: 1, state: 'seen' },
      { slug: 'new' },
      { slug: 'up', n: 9 },
    ])
  })

  test('deleting tells how many went', async () => {
    const things = await world().things()
    await things.insertMany([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 2 }])
    assert.equal((await things.deleteOne({ n: 1 })).deletedCount, 1)
    assert.equal((await things.deleteMany({ n: 1 })).deletedCount, 2)
    assert.equal((await things.deleteMany({ n: 1 })).deletedCount, 0)
    assert.equal((await things.findOneAndDelete({ n: 2 }).lean())?.n, 2)
    assert.equal(await things.findOneAndDelete({ n: 2 }).lean(), null)
  })

  test('an upsert inserts once, with what the filter says and what is set on insertion', async () => {
    const things = await world().things()
    const upsert = () =>
      things.updateOne({ slug: 'a' }, { $inc: { n: 1 }, $setOnInsert: { state: 'new' } }, { upsert: true })
    const first = await upsert()
    assert.deepEqual([first.matchedCount, first.upsertedCount], [0, 1])
    assert.ok(first.upsertedId instanceof mongoose.mongo.ObjectId)
    await things.updateOne({ slug: 'a' }, { $set: { state: 'old' } })
    const second = await upsert()
    assert.deepEqual([second.matchedCount, second.modifiedCount, second.upsertedCount], [1, 1, 0])
    assert.deepEqual(await things.findOne({}, { _id: 0 }).lean(), { slug: 'a', n: 2, state: 'old' })
  })

  test('an update that changes nothing matches and modifies nothing', async () => {
    const things = await world().things()
    await things.create({ slug: 'a', n: 1 })
    const { matchedCount, modifiedCount } = await things.updateOne({ slug: 'a' }, { $set: { n: 1 } })
    assert.deepEqual([matchedCount, modifiedCount], [1, 0])
    assert.equal((await things.updateMany({ slug: 'b' }, { $set: { n: 2 } })).matchedCount, 0)
  })

  test('the _id of a document cannot be changed', async () => {
    const things = await world().things()
    const { _id } = await things.create({ n: 1 })
    const other = new mongoose.Types.ObjectId()
    await assert.rejects(things.collection.updateOne({ _id }, { $set: { _id: other } }), { code: 66 })
  })
}
