import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import mongoose, { type PipelineStage } from 'mongoose'
import type { DocumentsWorld, Things } from './documents-world.ts'

const owner = new mongoose.Types.ObjectId()

export function aggregatingPromises(world: () => DocumentsWorld): void {
  let things: Things
  before(async () => {
    things = await world().things([[{ state: 1 }]])
    await things.insertMany([
      { slug: 'a', state: 'open', n: 1, tags: ['x', 'y'], at: new Date('2026-03-05T10:00:00Z'), ref: owner },
      { slug: 'b', state: 'open', n: 4, tags: ['y'], at: new Date('2026-03-20T10:00:00Z') },
      { slug: 'c', state: 'done', n: 10, tags: [], at: new Date('2026-04-01T10:00:00Z') },
      {
        slug: 'd',
        state: 'done',
        n: 15,
        at: new Date('2026-04-02T10:00:00Z'),
        lines: [
          { label: 'l', n: 2 },
          { label: 'm', n: 3 },
        ],
      },
    ])
  })
  const aggregated = (...pipeline: PipelineStage[]) => things.aggregate(pipeline)

  test('$group computes per group, $sort orders the groups', async () => {
    const groups = await aggregated(
      { $match: { n: { $gt: 0 } } },
      {
        $group: {
          _id: '$state',
          count: { $sum: 1 },
          total: { $sum: '$n' },
          mean: { $avg: '$n' },
          least: { $min: '$n' },
          most: { $max: '$n' },
        },
      },
      { $sort: { _id: 1 } },
    )
    assert.deepEqual(groups, [
      { _id: 'done', count: 2, total: 25, mean: 12.5, least: 10, most: 15 },
      { _id: 'open', count: 2, total: 5, mean: 2.5, least: 1, most: 4 },
    ])
  })

  test('$group gathers values, in the order in which they come', async () => {
    const groups = await aggregated(
      { $sort: { n: -1 } },
      {
        $group: {
          _id: '$state',
          slugs: { $push: '$slug' },
          first: { $first: '$n' },
          last: { $last: '$n' },
          set: { $addToSet: '$state' },
        },
      },
      { $sort: { _id: -1 } },
      { $limit: 1 },
    )
    assert.deepEqual(groups, [{ _id: 'open', slugs: ['b', 'a'], first: 4, last: 1, set: ['open'] }])
  })

  test('$unwind and $sortByCount count the elements of arrays', async () => {
    const counts = await aggregated({ $unwind: '$tags' }, { $sortByCount: '$tags' })
    assert.deepEqual(counts, [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ])
  })

  test('$facet answers a page and its total at once', async () => {
    const [answer] = await aggregated(
      { $match: { state: 'open' } },
      {
        $facet: {
          page: [{ $sort: { n: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 0, slug: 1 } }],
          total: [{ $count: 'count' }],
        },
      },
    )
    assert.deepEqual(answer, { page: [{ slug: 'a' }], total: [{ count: 2 }] })
  })

  test('$bucket takes its lower boundary in and its upper one out', async () => {
    const buckets = await aggregated({
      $bucket: { groupBy: '$n', boundaries: [0, 4, 15], default: 'more', output: { count: { $sum: 1 } } },
    })
    assert.deepEqual(buckets, [
      { _id: 0, count: 1 },
      { _id: 4, count: 2 },
      { _id: 'more', count: 1 },
    ])
  })

  test('$lookup joins by a field, missing ones included as an empty list', async () => {
    const owners = await world().things()
    await owners.create({ _id: owner, title: 'office' })
    const joined = await aggregated(
      { $lookup: { from: owners.collection.name, localField: 'ref', foreignField: '_id', as: 'owner' } },
      { $sort: { slug: 1 } },
      { $limit: 2 },
      { $project: { _id: 0, slug: 1, owner: 1 } },
    )
    assert.deepEqual(joined, [
      { slug: 'a', owner: [{ _id: owner, title: 'office' }] },
      { slug: 'b', owner: [] },
    ])
  })

  test('$project and $addFields compute', async () => {
    const [computed] = await aggregated(
      { $match: { slug: 'd' } },
      { $addFields: { double: { $multiply: ['$n', 2] }, sum: { $add: ['$n', 1] } } },
      {
        $project: {
          _id: 0,
          double: 1,
          sum: 1,
          month: { $dateToString: { date: '$at', format: '%Y-%m' } },
          name: { $concat: ['$slug', '-', { $toString: '$n' }] },
          title: { $ifNull: ['$title', 'none'] },
          size: { $cond: [{ $gte: ['$n', 10] }, 'large', 'small'] },
          lines: { $size: '$lines' },
          label: { $arrayElemAt: ['$lines.label', 0] },
          many: { $filter: { input: '$lines', as: 'line', cond: { $gt: ['$$line.n', 2] } } },
          rest: { $map: { input: '$lines', as: 'line', in: { $subtract: ['$n', '$$line.n'] } } },
        },
      },
    )
    assert.deepEqual(computed, {
      double: 30,
      sum: 16,
      month: '2026-04',
      name: 'd-15',
      title: 'none',
      size: 'large',
      lines: 2,
      label: 'l',
      many: [{ label: 'm', n: 3 }],
      rest: [13, 12],
    })
  })

  test('$replaceRoot makes documents of parts', async () => {
    const lines = await aggregated({ $unwind: '$lines' }, { $replaceRoot: { newRoot: '$lines' } }, { $sort: { n: -1 } })
    assert.deepEqual(lines, [
      { label: 'm', n: 3 },
      { label: 'l', n: 2 },
    ])
  })

  test('an aggregation never changes what is stored', async () => {
    const untouched = await things.find().sort({ slug: 1 }).lean()
    await aggregated({ $addFields: { 'lines.extra': 1, n: 0 } }, { $project: { 'lines.label': 0 } })
    assert.deepEqual(await things.find().sort({ slug: 1 }).lean(), untouched)
  })
}
