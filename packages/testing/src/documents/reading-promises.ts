import assert from 'node:assert/strict'
import { test } from 'node:test'
import mongoose from 'mongoose'
import type { DocumentsWorld } from './documents-world.ts'

export function readingPromises(world: () => DocumentsWorld): void {
  test('values come back as they were: dates, bytes, numbers, null, nested arrays, accents', async () => {
    const things = await world().things()
    const extra = { list: [[1, [2.5]], []], nothing: null, big: 2 ** 40, negative: -1, text: 'Été 😀', empty: {} }
    const thing = { title: 'Varen', at: new Date(1_700_000_000_123), bytes: Buffer.from([0, 255, 1]), on: false, extra }
    const { _id } = await things.create(thing)
    const found = await things.findById(_id)
    assert.deepEqual(found?.toObject().extra, extra)
    assert.deepEqual([found?.at, found?.on, found?.title, found?.n], [thing.at, false, 'Varen', undefined])
    assert.deepEqual(found?.bytes && Buffer.from(found.bytes), thing.bytes)
  })

  test('sorted values of several types come in MongoDB’s order, missing first', async () => {
    const things = await world().things()
    const ascending = [undefined, 2, 10, 'a', 'b', { a: 1 }, new mongoose.Types.ObjectId(), true, new Date(0)]
    await things.insertMany(ascending.map((extra, n) => ({ n, ...(extra === undefined ? {} : { extra }) })).reverse())
    const ordered = await things.find().sort({ extra: 1 }).lean()
    assert.deepEqual(
      ordered.map(({ n }) => n),
      [0, 1, 2, 3, 4, 5, 6, 7, 8],
    )
    const reversed = await things.find().sort({ extra: -1 }).lean()
    assert.deepEqual(
      reversed.map(({ n }) => n),
      [8, 7, 6, 5, 4, 3, 2, 1, 0],
    )
  })

  test('null and missing sort before everything, in no order among themselves', async () => {
    const things = await world().things([[{ n: 1 }]])
    await things.insertMany([{ n: 3 }, { n: null }, {}, { n: 1 }])
    const ordered = await things.find().sort({ n: 1 }).lean()
    assert.deepEqual(
      ordered.map(({ n }) => n ?? null),
      [null, null, 1, 3],
    )
  })

  test('several fields sort one after the other, each in its direction', async () => {
    const things = await world().things([[{ state: 1, n: -1 }]])
    await things.insertMany([
      { state: 'b', n: 1 },
      { state: 'a', n: 1 },
      { state: 'b', n: 2 },
      { state: 'a', n: 2 },
    ])
    const found = await things.find().sort({ state: 1, n: -1 }).lean()
    assert.deepEqual(
      found.map(({ state, n }) => `${state}${n}`),
      ['a2', 'a1', 'b2', 'b1'],
    )
  })

  test('text sorts by code point, not by language', async () => {
    const things = await world().things()
    await things.insertMany(['é', 'z', 'a', 'Z'].map((title) => ({ title })))
    const found = await things.find().sort({ title: 1 }).lean()
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Z', 'a', 'z', 'é'],
    )
  })

  test('pages follow each other without gap or repetition', async () => {
    const things = await world().things([[{ state: 1, at: -1, _id: 1 }]])
    await things.insertMany(
      Array.from({ length: 45 }, (_, n) => ({ n, state: 'open', at: new Date(Math.floor(n / 10)) })),
    )
    const pages: number[] = []
    for (let page = 0; page < 5; page++) {
      const found = await things
        .find({ state: 'open' })
        .sort({ at: -1, _id: 1 })
        .skip(page * 10)
        .limit(10)
        .lean()
      pages.push(...found.map(({ n }) => Number(n)))
    }
    const inOrder = Array.from({ length: 45 }, (_, n) => n).sort(
      (a, b) => Math.floor(b / 10) - Math.floor(a / 10) || a - b,
    )
    assert.deepEqual(pages, inOrder)
  })

  test('a projection keeps, or leaves out, also inside arrays', async () => {
    const things = await world().things()
    await things.create({
      title: 't',
      n: 1,
      extra: { a: 1, b: 2 },
      lines: [
        { label: 'x', n: 1 },
        { label: 'y', n: 2 },
      ],
    })
    const project = (projection: Record<string, unknown>) => things.findOne({}, { _id: 0, ...projection }).lean()
    assert.deepEqual(await project({ title: 1, 'extra.b': 1 }), { title: 't', extra: { b: 2 } })
    assert.deepEqual(await project({ 'lines.n': 1 }), { lines: [{ n: 1 }, { n: 2 }] })
    assert.deepEqual(await project({ lines: 0, 'extra.a': 0, title: 0 }), { n: 1, extra: { b: 2 } })
    assert.deepEqual(await project({ lines: { $elemMatch: { n: 2 } } }), { lines: [{ label: 'y', n: 2 }] })
    assert.deepEqual((await project({ lines: { $slice: -1 } }))?.lines, [{ label: 'y', n: 2 }])
    assert.deepEqual(Object.keys((await things.findOne({}, { n: 1 }).lean()) ?? {}).sort(), ['_id', 'n'])
  })

  test('a cursor over 5 000 documents gives each of them once', async () => {
    const things = await world().things()
    await things.insertMany(
      Array.from({ length: 5000 }, (_, n) => ({ n, title: 'x'.repeat(100) })),
      { lean: true },
    )
    const seen = new Set<number>()
    let read = 0
    for await (const { n } of things.find().lean().cursor({ batchSize: 700 })) {
      seen.add(Number(n))
      read++
    }
    assert.deepEqual([seen.size, read], [5000, 5000])
    assert.equal((await things.find().lean()).length, 5000)
  })

  test('a cursor may be left before its end', async () => {
    const things = await world().things()
    await things.insertMany(
      Array.from({ length: 300 }, (_, n) => ({ n })),
      { lean: true },
    )
    for await (const _ of things.find().lean().cursor({ batchSize: 100 })) break
    assert.equal(await things.estimatedDocumentCount(), 300)
  })

  test('distinct values come from arrays too, each once', async () => {
    const things = await world().things()
    await things.insertMany([
      { tags: ['a', 'b'], n: 1 },
      { tags: ['b'], n: 1 },
      { tags: ['c'], n: 2 },
    ])
    assert.deepEqual((await things.distinct('tags')).sort(), ['a', 'b', 'c'])
    assert.deepEqual(await things.distinct('tags', { n: 2 }), ['c'])
  })

  test('counting takes a filter, or counts everything', async () => {
    const things = await world().things([[{ state: 1, n: 1 }]])
    await things.insertMany(Array.from({ length: 20 }, (_, n) => ({ n, state: n % 2 ? 'odd' : 'even' })))
    assert.equal(await things.countDocuments({ state: 'odd', n: { $gt: 10 } }), 5)
    assert.equal(await things.countDocuments(), 20)
    assert.equal(await things.countDocuments({ state: 'neither' }), 0)
    assert.ok(await things.exists({ n: 3 }))
    assert.equal(await things.exists({ n: 99 }), null)
  })
}
