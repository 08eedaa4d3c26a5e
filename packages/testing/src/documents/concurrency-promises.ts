import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentsWorld } from './documents-world.ts'

const FIFTY = Array.from({ length: 50 }, (_, n) => n)

export function concurrencyPromises(world: () => DocumentsWorld): void {
  test('of 50 claims on one document at a time, exactly one wins', async () => {
    const things = await world().things([[{ state: 1 }]])
    await things.create({ state: 'free' })
    const claims = FIFTY.map((n) =>
      things.findOneAndUpdate({ state: 'free' }, { $set: { state: 'taken', n } }, { returnDocument: 'after' }).lean(),
    )
    const won = (await Promise.all(claims)).filter((thing) => thing !== null)
    assert.equal(won.length, 1)
    assert.equal((await things.findOne().lean())?.n, won[0]?.n)
  })

  test('50 claims on 50 documents take each of them once', async () => {
    const things = await world().things([[{ state: 1, n: 1 }]])
    await things.insertMany(FIFTY.map((n) => ({ state: 'due', n })))
    const claims = FIFTY.map(() =>
      things.findOneAndUpdate({ state: 'due' }, { $set: { state: 'taken' } }, { sort: { n: 1 } }).lean(),
    )
    const taken = (await Promise.all(claims)).map((thing) => Number(thing?.n))
    assert.deepEqual(
      taken.sort((a, b) => a - b),
      FIFTY,
    )
  })

  test('with the version in the filter, one of many savers wins and the others are told', async () => {
    const things = await world().things()
    const { _id } = await things.create({ version: 1 })
    const saves = FIFTY.map((n) => things.updateOne({ _id, version: 1 }, { $set: { n }, $inc: { version: 1 } }))
    const results = await Promise.all(saves)
    assert.equal(results.filter(({ modifiedCount }) => modifiedCount === 1).length, 1)
    assert.equal((await things.findById(_id).lean())?.version, 2)
  })

  test('of 50 insertions of one unique value, exactly one is kept', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    const outcomes = await Promise.allSettled(FIFTY.map((n) => things.create({ slug: 'same', n })))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    assert.equal(refused.length, 49)
    assert.ok(refused.every(({ reason }) => reason.code === 11000))
    assert.equal(await things.countDocuments(), 1)
  })

  test('50 upserts of one unique value make one document', async () => {
    const things = await world().things([[{ slug: 1 }, { unique: true }]])
    const upserts = FIFTY.map(() => things.updateOne({ slug: 'same' }, { $inc: { n: 1 } }, { upsert: true }))
    const outcomes = await Promise.allSettled(upserts)
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length
    assert.ok(outcomes.every((outcome) => outcome.status === 'fulfilled' || outcome.reason.code === 11000))
    assert.deepEqual(await things.find({}, { _id: 0 }).lean(), [{ slug: 'same', n: done }])
  })

  test('50 increments and 50 pushes at a time are all counted', async () => {
    const things = await world().things()
    const { _id } = await things.create({ n: 0, numbers: [] })
    await Promise.all(FIFTY.map((n) => things.updateOne({ _id }, { $inc: { n: 1 }, $push: { numbers: n } })))
    const found = await things.findById(_id).lean()
    assert.equal(found?.n, 50)
    assert.deepEqual(
      found?.numbers?.sort((a, b) => a - b),
      FIFTY,
    )
  })

  test('a write is seen by whoever asks after its answer', async () => {
    const things = await world().things()
    await Promise.all(
      FIFTY.map(async (n) => {
        const { _id } = await things.create({ n })
        assert.equal((await things.findById(_id).lean())?.n, n)
      }),
    )
  })
}
