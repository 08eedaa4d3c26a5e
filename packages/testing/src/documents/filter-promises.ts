import assert from 'node:assert/strict'
import { test } from 'node:test'
import mongoose from 'mongoose'
import type { DocumentsWorld, Thing } from './documents-world.ts'

type Documents = Partial<Thing>[]
const id = (last: string) => new mongoose.Types.ObjectId(last.padStart(24, '0'))
const at = (ms: number) => new Date(ms)

/** A filter, and which of the documents (by position) it finds. */
const cases: [rule: string, filter: Record<string, unknown>, documents: Documents, expected: number[]][] = [
  ['null finds null and missing', { n: null }, [{ n: null }, {}, { n: 1 }], [0, 1]],
  ['$ne null finds what is there', { n: { $ne: null } }, [{ n: null }, {}, { n: 1 }], [2]],
  ['$exists tells null from missing', { n: { $exists: true } }, [{ n: null }, {}, { n: 1 }], [0, 2]],
  [
    'comparisons keep to the type of their operand',
    { extra: { $gt: 1 } },
    [{ extra: 5 }, { extra: 'z' }, { extra: null }, {}],
    [0],
  ],
  ['$lt and $lte do not find null', { n: { $lte: 9, $lt: 9 } }, [{ n: 5 }, { n: null }, {}, { n: 9 }], [0]],
  ['dates compare', { at: { $gte: at(10) } }, [{ at: at(5) }, { at: at(50) }, { at: null }], [1]],
  ['equal dates are equal', { at: at(5) }, [{ at: at(5) }, { at: at(6) }], [0]],
  ['object ids are equal by value', { ref: id('1') }, [{ ref: id('1') }, { ref: id('2') }], [0]],
  ['$in finds any of the values', { ref: { $in: [id('1'), id('3')] } }, [{ ref: id('1') }, { ref: id('2') }, {}], [0]],
  ['$in takes null for missing', { n: { $in: [1, null] } }, [{ n: 1 }, {}, { n: 2 }], [0, 1]],
  ['$nin finds the others, missing included', { n: { $nin: [1, 2] } }, [{ n: 1 }, { n: 3 }, {}], [1, 2]],
  [
    'binary values are equal by their bytes',
    { bytes: Buffer.from('é') },
    [{ bytes: Buffer.from('é') }, { bytes: Buffer.from('e') }],
    [0],
  ],
  ['booleans are not numbers', { extra: true }, [{ extra: true }, { extra: 1 }], [0]],
  ['a value finds the arrays that contain it', { tags: 'b' }, [{ tags: ['a', 'b'] }, { tags: ['a'] }, {}], [0]],
  [
    'an array finds the same array',
    { numbers: [1, 2] },
    [{ numbers: [1, 2] }, { numbers: [2, 1] }, { numbers: [1, 2, 3] }],
    [0],
  ],
  ['$all wants every value', { tags: { $all: ['a', 'b'] } }, [{ tags: ['b', 'c', 'a'] }, { tags: ['a'] }], [0]],
  ['$size counts elements', { tags: { $size: 2 } }, [{ tags: ['a', 'b'] }, { tags: ['a'] }, {}], [0]],
  [
    'paths go into documents in arrays',
    { 'lines.n': 2 },
    [{ lines: [{ label: 'a', n: 2 }] }, { lines: [{ label: 'b', n: 1 }] }],
    [0],
  ],
  ['paths may name a position', { 'numbers.1': 5 }, [{ numbers: [1, 5] }, { numbers: [5, 1] }], [0]],
  [
    'paths go into nested arrays',
    { 'extra.a.b': 1 },
    [{ extra: { a: [{ b: [1, 2] }] } }, { extra: { a: [{ b: [2] }] } }],
    [0],
  ],
  [
    'conditions on an array may be met by two elements',
    { 'lines.n': 2, 'lines.label': 'a' },
    [
      {
        lines: [
          { label: 'a', n: 1 },
          { label: 'b', n: 2 },
        ],
      },
    ],
    [0],
  ],
  [
    '$elemMatch wants one element that meets them all',
    { lines: { $elemMatch: { n: 2, label: 'a' } } },
    [
      {
        lines: [
          { label: 'a', n: 1 },
          { label: 'b', n: 2 },
        ],
      },
      { lines: [{ label: 'a', n: 2 }] },
    ],
    [1],
  ],
  [
    '$elemMatch works on scalars',
    { numbers: { $elemMatch: { $gt: 5, $lt: 9 } } },
    [{ numbers: [1, 7] }, { numbers: [1, 10] }],
    [0],
  ],
  [
    '$regex looks at text',
    { title: { $regex: '^saint-' } },
    [{ title: 'saint-Antonin' }, { title: 'Le Saint' }, {}],
    [0],
  ],
  ['a pattern may ignore case, accents included', { title: /^é/i }, [{ title: 'Église' }, { title: 'eglise' }], [0]],
  ['$not turns a condition over', { n: { $not: { $gt: 1 } } }, [{ n: 2 }, { n: 1 }, {}], [1, 2]],
  [
    '$or, $and and $nor combine',
    { $or: [{ n: 1 }, { n: 2 }], $and: [{ on: true }], $nor: [{ state: 'x' }] },
    [
      { n: 1, on: true },
      { n: 2, on: true, state: 'x' },
      { n: 2, on: false },
    ],
    [0],
  ],
  ['$type tells types apart', { extra: { $type: 'string' } }, [{ extra: 'x' }, { extra: 1 }, { extra: at(1) }], [0]],
  [
    '$expr compares two fields',
    { $expr: { $gt: ['$n', '$version'] } },
    [
      { n: 2, version: 1 },
      { n: 1, version: 2 },
    ],
    [0],
  ],
  [
    'a document finds the same document',
    { extra: { a: 1, b: [1] } },
    [{ extra: { a: 1, b: [1] } }, { extra: { a: 1 } }, { extra: { a: 1, b: [1], c: 1 } }],
    [0],
  ],
  ['$eq is equality', { state: { $eq: 'open' } }, [{ state: 'open' }, { state: 'closed' }], [0]],
]

export function filterPromises(world: () => DocumentsWorld): void {
  for (const [rule, filter, documents, expected] of cases)
    test(rule, async () => {
      const things = await world().things()
      const stored = await things.insertMany(documents)
      const found = await things.find(filter).lean()
      const positions = found.map(({ _id }) => stored.findIndex((thing) => thing._id.equals(_id)))
      assert.deepEqual(positions.sort(), expected)
      assert.equal(await things.countDocuments(filter), expected.length)
    })
}
