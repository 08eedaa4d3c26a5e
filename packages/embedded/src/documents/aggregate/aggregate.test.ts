import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ObjectId } from 'bson'
import { loadCatalog } from '../storage/catalog.ts'
import { createJournal } from '../storage/journal.ts'
import type { Document } from '../values/document.ts'
import { runAggregation } from './aggregate.ts'

const id = new ObjectId('0'.repeat(24))

function aggregated(documents: Document[], pipeline: unknown, others: Document[] = []) {
  const catalog = loadCatalog({ collections: () => [], documents: () => [] }, createJournal())
  const find = (name: string) => catalog.find(`db.${name}`)
  const collection = catalog.findOrCreate('db.things')
  for (const [position, document] of documents.entries()) collection.insert({ _id: position, ...document })
  for (const other of others) catalog.findOrCreate('db.others').insert(other)
  const before = JSON.stringify([...collection.all()])
  const result = runAggregation(collection, pipeline, find)
  assert.equal(JSON.stringify([...collection.all()]), before, 'the pipeline changed stored documents')
  return result
}

const cases: [rule: string, documents: Document[], pipeline: unknown, expected: Document[], others?: Document[]][] = [
  [
    '$group computes per group',
    [{ k: 1, v: 2 }, { k: 1, v: 4 }, { k: 1 }],
    [
      {
        $group: {
          _id: '$k',
          sum: { $sum: '$v' },
          mean: { $avg: '$v' },
          all: { $push: '$v' },
          set: { $addToSet: '$v' },
          first: { $first: '$v' },
          least: { $min: '$v' },
          n: { $sum: 1 },
        },
      },
    ],
    [{ _id: 1, sum: 6, mean: 3, all: [2, 4], set: [2, 4], first: 2, least: 2, n: 3 }],
  ],
  [
    '$group tells object ids, dates and missing apart',
    [{ k: id }, { k: id }, { k: new Date(5) }, {}],
    [{ $group: { _id: '$k', n: { $sum: 1 } } }],
    [
      { _id: id, n: 2 },
      { _id: new Date(5), n: 1 },
      { _id: null, n: 1 },
    ],
  ],
  [
    '$group takes several fields',
    [
      { a: 1, b: 2 },
      { a: 1, b: 2 },
    ],
    [{ $group: { _id: { a: '$a', b: '$b' }, n: { $sum: 1 } } }],
    [{ _id: { a: 1, b: 2 }, n: 2 }],
  ],
  [
    '$bucket takes in its lower boundary',
    [{ v: 0 }, { v: 10 }, { v: 15 }, { v: 99 }],
    [{ $bucket: { groupBy: '$v', boundaries: [0, 10, 20], default: 'more' } }],
    [
      { _id: 0, count: 1 },
      { _id: 10, count: 2 },
      { _id: 'more', count: 1 },
    ],
  ],
  [
    '$sortByCount puts the most frequent first',
    [{ t: 'a' }, { t: 'b' }, { t: 'b' }],
    [{ $sortByCount: '$t' }],
    [
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ],
  ],
  [
    '$unwind gives a document for each element',
    [{ a: [7, 8] }, { a: 9 }, { a: [] }, {}],
    [{ $unwind: { path: '$a', includeArrayIndex: 'i' } }],
    [
      { _id: 0, a: 7, i: 0 },
      { _id: 0, a: 8, i: 1 },
      { _id: 1, a: 9, i: null },
    ],
  ],
  [
    '$unwind keeps the empty ones on request',
    [{ a: [] }, {}],
    [{ $unwind: { path: '$a', preserveNullAndEmptyArrays: true } }],
    [{ _id: 0 }, { _id: 1 }],
  ],
  [
    '$facet runs several pipelines',
    [{ v: 1 }, { v: 2 }],
    [{ $facet: { total: [{ $count: 'n' }], items: [{ $sort: { v: -1 } }, { $limit: 1 }] } }],
    [{ total: [{ n: 2 }], items: [{ _id: 1, v: 2 }] }],
  ],
  [
    '$project computes',
    [{ d: new Date('2026-07-01T23:30:00Z'), a: ['x', 'yy'] }],
    [
      {
        $project: {
          _id: 0,
          day: { $dateToString: { date: '$d', format: '%Y-%m-%d', timezone: 'Europe/Paris' } },
          n: { $size: '$a' },
        },
      },
    ],
    [{ day: '2026-07-02', n: 2 }],
  ],
  ['$addFields writes into copies', [{ a: { b: 1 } }], [{ $addFields: { 'a.z': 9 } }], [{ _id: 0, a: { b: 1, z: 9 } }]],
  [
    '$project can leave out a nested field',
    [{ a: { b: 1, c: 2 } }],
    [{ $project: { 'a.b': 0 } }],
    [{ _id: 0, a: { c: 2 } }],
  ],
  [
    'expressions compare values of all types',
    [{ v: 1 }, {}],
    [{ $project: { _id: 0, more: { $gt: ['$v', null] } } }],
    [{ more: true }, { more: false }],
  ],
  [
    '$lookup joins by fields',
    [{ r: 1 }, { r: [1, 2] }, { r: 9 }],
    [{ $lookup: { from: 'others', localField: 'r', foreignField: '_id', as: 'o' } }, { $project: { _id: 0, o: 1 } }],
    [{ o: [{ _id: 1 }] }, { o: [{ _id: 1 }, { _id: 2 }] }, { o: [] }],
    [{ _id: 1 }, { _id: 2 }],
  ],
  [
    '$lookup joins by a pipeline',
    [{ r: 1 }],
    [
      {
        $lookup: {
          from: 'others',
          let: { r: '$r' },
          pipeline: [{ $match: { $expr: { $eq: ['$_id', '$$r'] } } }],
          as: 'o',
        },
      },
    ],
    [{ _id: 0, r: 1, o: [{ _id: 1 }] }],
    [{ _id: 1 }, { _id: 2 }],
  ],
  [
    'counting needs no documents',
    [{ a: 1 }, { a: 2 }],
    [{ $match: { a: 2 } }, { $group: { _id: 1, n: { $sum: 1 } } }],
    [{ _id: 1, n: 1 }],
  ],
  [
    'a second $match, $sort and $limit follow the first',
    [{ a: 1 }, { a: 3 }, { a: 2 }],
    [{ $match: {} }, { $sort: { a: -1 } }, { $limit: 2 }, { $match: { a: { $lt: 3 } } }],
    [{ _id: 2, a: 2 }],
  ],
]

for (const [rule, documents, pipeline, expected, others] of cases)
  test(`aggregate: ${rule}`, () => assert.deepEqual(aggregated(documents, pipeline, others), expected))

for (const pipeline of [
  [{ $changeStream: {} }],
  [{ $geoNear: {} }],
  [{ $out: 'x' }],
  [{ $match: {} }, { $merge: {} }],
  [{ $project: { x: { $function: {} } } }],
  [{ $project: { x: { $foo: 1 } } }],
  [{ $group: { _id: null, x: { $accumulator: {} } } }],
  [{ $lookup: { from: 'others', pipeline: [{ $graphLookup: {} }], as: 'o' } }],
  [{ $facet: { x: [{ $unionWith: 'others' }] } }],
]) {
  const name = JSON.stringify(pipeline)
    .match(/\$[a-zA-Z]+/g)
    ?.at(-1) as string
  test(`a pipeline with ${name} is refused by name, even without documents`, () => {
    assert.throws(
      () => aggregated([], pipeline),
      (error: Error) => error.message.includes('does not support') && /\$\w+/.test(error.message),
    )
  })
}
