import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentsWorld, Thing } from './documents-world.ts'

type Case = {
  rule: string
  before: Partial<Thing>
  update: Record<string, unknown>
  after: Partial<Thing>
  filter?: Record<string, unknown>
  arrayFilters?: Record<string, unknown>[]
}

const cases: Case[] = [
  {
    rule: '$set makes the way to a field',
    before: {},
    update: { $set: { 'extra.a.b': 1 } },
    after: { extra: { a: { b: 1 } } },
  },
  { rule: '$set can write null', before: { n: 1 }, update: { $set: { n: null } }, after: { n: null } },
  {
    rule: '$unset removes a field',
    before: { n: 1, extra: { a: 1, b: 2 } },
    update: { $unset: { n: 1, 'extra.a': 1 } },
    after: { extra: { b: 2 } },
  },
  {
    rule: '$inc counts from nothing, and down',
    before: { n: 1 },
    update: { $inc: { n: -3, version: 1 } },
    after: { n: -2, version: 1 },
  },
  { rule: '$mul multiplies', before: { n: 3 }, update: { $mul: { n: 2 } }, after: { n: 6 } },
  {
    rule: '$min and $max keep the extreme',
    before: { n: 5, version: 5 },
    update: { $min: { n: 3 }, $max: { version: 3 } },
    after: { n: 3, version: 5 },
  },
  {
    rule: '$rename moves a field',
    before: { extra: { a: 1 } },
    update: { $rename: { 'extra.a': 'extra.b' } },
    after: { extra: { b: 1 } },
  },
  {
    rule: '$push adds at the end, or makes the array',
    before: { tags: ['a'] },
    update: { $push: { tags: 'b', numbers: 1 } },
    after: { tags: ['a', 'b'], numbers: [1] },
  },
  {
    rule: '$push keeps the last ones',
    before: { numbers: [1, 2] },
    update: { $push: { numbers: { $each: [3, 4], $slice: -3 } } },
    after: { numbers: [2, 3, 4] },
  },
  {
    rule: '$push keeps the first ones',
    before: { numbers: [1, 2] },
    update: { $push: { numbers: { $each: [3, 4], $slice: 3 } } },
    after: { numbers: [1, 2, 3] },
  },
  {
    rule: '$push inserts at a position',
    before: { tags: ['a', 'd'] },
    update: { $push: { tags: { $each: ['b', 'c'], $position: 1 } } },
    after: { tags: ['a', 'b', 'c', 'd'] },
  },
  {
    rule: '$addToSet adds what is new',
    before: { tags: ['a'] },
    update: { $addToSet: { tags: { $each: ['a', 'b'] } } },
    after: { tags: ['a', 'b'] },
  },
  {
    rule: '$pull removes a value everywhere',
    before: { numbers: [1, 2, 1] },
    update: { $pull: { numbers: 1 } },
    after: { numbers: [2] },
  },
  {
    rule: '$pull removes by condition',
    before: { numbers: [1, 5, 9] },
    update: { $pull: { numbers: { $gte: 5 } } },
    after: { numbers: [1] },
  },
  {
    rule: '$pull removes documents that match',
    before: { lines: [{ label: 'a', n: 1 }, { label: 'b' }] },
    update: { $pull: { lines: { label: 'a' } } },
    after: { lines: [{ label: 'b' }] },
  },
  {
    rule: '$pullAll removes a list of values',
    before: { tags: ['a', 'b', 'c'] },
    update: { $pullAll: { tags: ['a', 'c'] } },
    after: { tags: ['b'] },
  },
  {
    rule: '$pop takes from the end or the beginning',
    before: { tags: ['a', 'b'], numbers: [1, 2] },
    update: { $pop: { tags: 1, numbers: -1 } },
    after: { tags: ['a'], numbers: [2] },
  },
  {
    rule: '$ is the element that the filter found',
    before: { lines: [{ label: 'a' }, { label: 'b' }] },
    filter: { 'lines.label': 'b' },
    update: { $set: { 'lines.$.done': true } },
    after: { lines: [{ label: 'a' }, { label: 'b', done: true }] },
  },
  {
    rule: '$[] is every element',
    before: {
      lines: [
        { label: 'a', n: 1 },
        { label: 'b', n: 2 },
      ],
    },
    update: { $inc: { 'lines.$[].n': 1 } },
    after: {
      lines: [
        { label: 'a', n: 2 },
        { label: 'b', n: 3 },
      ],
    },
  },
  {
    rule: '$[name] is what its array filter finds',
    before: {
      lines: [
        { label: 'a', n: 1 },
        { label: 'b', n: 2 },
      ],
    },
    arrayFilters: [{ 'big.n': { $gt: 1 } }],
    update: { $set: { 'lines.$[big].done': true } },
    after: {
      lines: [
        { label: 'a', n: 1 },
        { label: 'b', n: 2, done: true },
      ],
    },
  },
  {
    rule: 'a position in a path is that element',
    before: { numbers: [1, 2] },
    update: { $set: { 'numbers.0': 9 } },
    after: { numbers: [9, 2] },
  },
]

export function updatingPromises(world: () => DocumentsWorld): void {
  for (const { rule, before, filter = {}, update, arrayFilters, after } of cases)
    test(rule, async () => {
      const things = await world().things()
      await things.create(before)
      const options = arrayFilters ? { arrayFilters } : {}
      assert.equal((await things.updateOne(filter, update, options)).modifiedCount, 1)
      assert.deepEqual(await things.findOne({}, { _id: 0 }).lean(), after)
    })

  test('$currentDate is the server’s time', async () => {
    const things = await world().things()
    const { _id } = await things.create({ at: new Date(0) })
    await things.updateOne({ _id }, { $currentDate: { at: true } })
    const at = (await things.findById(_id).lean())?.at
    assert.ok(at && Math.abs(at.getTime() - Date.now()) < 60_000)
  })

  test('$inc refuses what is not a number, and nothing changes', async () => {
    const things = await world().things()
    const { _id } = await things.create({ extra: 'text', n: 1 })
    await assert.rejects(things.collection.updateOne({ _id }, { $inc: { n: 1, extra: 1 } }))
    assert.deepEqual(await things.findById(_id, { _id: 0 }).lean(), { extra: 'text', n: 1 })
  })

  test('two operators cannot write one field', async () => {
    const things = await world().things()
    await things.create({ n: 1 })
    await assert.rejects(things.collection.updateOne({}, { $set: { n: 1 }, $inc: { n: 1 } }), { code: 40 })
  })

  test('updateMany changes all that match', async () => {
    const things = await world().things([[{ n: 1 }]])
    await things.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })))
    const { matchedCount, modifiedCount } = await things.updateMany({ n: { $lt: 5 } }, { $inc: { n: 100 } })
    assert.deepEqual([matchedCount, modifiedCount], [5, 5])
    assert.equal(await things.countDocuments({ n: { $gte: 100 } }), 5)
  })

  test('findOneAndUpdate gives the document before, or after; the first in the order asked for', async () => {
    const things = await world().things([[{ state: 1, n: 1 }]])
    await things.insertMany([
      { state: 'due', n: 3 },
      { state: 'due', n: 1 },
      { state: 'due', n: 2 },
    ])
    const claim = { $set: { state: 'taken' } }
    const before = await things.findOneAndUpdate({ state: 'due' }, claim, { sort: { n: 1 } }).lean()
    assert.deepEqual([before?.n, before?.state], [1, 'due'])
    const after = await things
      .findOneAndUpdate({ state: 'due' }, claim, { sort: { n: -1 }, returnDocument: 'after' })
      .lean()
    assert.deepEqual([after?.n, after?.state], [3, 'taken'])
    assert.equal(await things.findOneAndUpdate({ state: 'none' }, claim).lean(), null)
    const made = { upsert: true, returnDocument: 'after' } as const
    assert.equal((await things.findOneAndUpdate({ slug: 'new' }, { $inc: { n: 1 } }, made).lean())?.n, 1)
  })

  test('findOneAndReplace keeps the _id and nothing else', async () => {
    const things = await world().things()
    const { _id } = await things.create({ n: 1, title: 'old' })
    await things.findOneAndReplace({ _id }, { title: 'new' })
    assert.deepEqual(await things.findById(_id).lean(), { _id, title: 'new' })
  })
}
