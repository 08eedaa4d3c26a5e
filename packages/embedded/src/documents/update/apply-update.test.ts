import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ObjectId } from 'bson'
import type { Document } from '../values/document.ts'
import { compileUpdate, type UpdateOptions } from './apply-update.ts'
import { upsertBase } from './upsert-base.ts'

const id = (last: string) => new ObjectId(last.padStart(24, '0'))
const now = new Date(1000)
const updated = (document: Document, update: unknown, options: Partial<UpdateOptions> = {}, inserting = false) =>
  compileUpdate(update, { filter: {}, now, ...options })(document, inserting)

const cases: [rule: string, before: Document, update: unknown, after: Document, options?: Partial<UpdateOptions>][] = [
  ['$set makes the way to a field', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set reaches a position', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
  ['$set beyond the end fills up with null', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
  ['$unset removes a field', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': 1, 'x.y': 1 } }, { a: { c: 2 } }],
  [
    '$unset of a position leaves null, so that the others stay',
    { a: [1, 2] },
    { $unset: { 'a.0': 1 } },
    { a: [null, 2] },
  ],
  ['$inc counts from nothing', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
  ['$mul of nothing is 0', {}, { $mul: { a: 2 } }, { a: 0 }],
  ['$min and $max compare', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 9 } }, { a: 3, b: 9, c: 1 }],
  ['$currentDate is now', {}, { $currentDate: { a: true, b: { $type: 'date' } } }, { a: now, b: now }],
  ['$rename moves a field', { a: { x: 1 } }, { $rename: { 'a.x': 'b' } }, { a: {}, b: 1 }],
  ['$push adds to nothing', {}, { $push: { 'a.b': 1 } }, { a: { b: [1] } }],
  [
    '$push sorts, then slices',
    { a: [3, 1] },
    { $push: { a: { $each: [2, 9], $sort: 1, $slice: 3 } } },
    { a: [1, 2, 3] },
  ],
  [
    '$push keeps the last with a negative slice',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  ['$push inserts at a position', { a: [3, 1] }, { $push: { a: { $each: [2], $position: 0 } } }, { a: [2, 3, 1] }],
  [
    '$push sorts documents',
    { a: [{ n: 2 }] },
    { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
    { a: [{ n: 1 }, { n: 2 }] },
  ],
  [
    '$addToSet adds what is new, once',
    { a: [id('1')] },
    { $addToSet: { a: { $each: [id('1'), id('2'), id('2')] } } },
    { a: [id('1'), id('2')] },
  ],
  ['$pull removes a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull removes by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull removes documents that match',
    { a: [{ k: 1, z: 2 }, { k: 2 }] },
    { $pull: { a: { k: 1 } } },
    { a: [{ k: 2 }] },
  ],
  ['$pull removes object ids', { a: [id('1'), id('2')] }, { $pull: { a: id('1') } }, { a: [id('2')] }],
  ['$pull of nothing makes nothing', {}, { $pull: { a: 1 } }, {}],
  ['$pullAll removes a list', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop takes from either end', { a: [1, 2], b: [1, 2] }, { $pop: { a: -1, b: 1 } }, { a: [2], b: [1] }],
  [
    '$ is the element that the filter found',
    { a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$.y': 5 } },
    { a: [{ x: 1 }, { x: 2, y: 5 }] },
    { filter: { a: { $elemMatch: { x: 2 } } } },
  ],
  [
    '$ satisfies all conditions on its array',
    {
      a: [
        { x: 1, y: 0 },
        { x: 2, y: 0 },
      ],
    },
    { $set: { 'a.$.y': 5 } },
    {
      a: [
        { x: 1, y: 0 },
        { x: 2, y: 5 },
      ],
    },
    { filter: { 'a.x': 2, 'a.y': 0 } },
  ],
  ['$ works on scalars', { a: [1, 2, 3] }, { $set: { 'a.$': 9 } }, { a: [1, 9, 3] }, { filter: { a: 2 } }],
  ['$[] is every element', { a: [{ x: 1 }, { x: 2 }] }, { $inc: { 'a.$[].x': 1 } }, { a: [{ x: 2 }, { x: 3 }] }],
  [
    '$[name] is what its array filter finds',
    { a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$[e].x': 0 } },
    { a: [{ x: 1 }, { x: 0 }] },
    { arrayFilters: [{ 'e.x': { $gt: 1 } }] },
  ],
  ['$setOnInsert waits for an insertion', { a: 1 }, { $setOnInsert: { b: 1 }, $set: { a: 2 } }, { a: 2 }],
]

for (const [rule, before, update, after, options] of cases)
  test(`update: ${rule}`, () => {
    const kept = JSON.stringify(before)
    assert.deepEqual(updated(before, update, options), after)
    assert.equal(JSON.stringify(before), kept, 'the document given was changed')
  })

test('an upsert starts from what the filter requires to be equal', () => {
  const filter = { a: 1, b: { $gt: 2 }, 'c.d': { $eq: 3 }, $and: [{ e: 4 }] }
  assert.deepEqual(updated(upsertBase(filter), { $setOnInsert: { f: 5 } }, { filter }, true), {
    a: 1,
    c: { d: 3 },
    e: 4,
    f: 5,
  })
})

test('a replacement keeps the _id', () => {
  assert.deepEqual(updated({ _id: 1, a: 1 }, { b: 2 }), { _id: 1, b: 2 })
})

const refusals: [rule: string, before: Document, update: unknown, message: RegExp, options?: Partial<UpdateOptions>][] =
  [
    ['an _id cannot change', { _id: 1 }, { $set: { _id: 2 } }, /immutable field '_id'/],
    ['$inc needs numbers', { a: 'x' }, { $inc: { a: 1 } }, /not a number/],
    ['$inc stays within exact whole numbers', { a: Number.MAX_SAFE_INTEGER }, { $inc: { a: 1 } }, /exact/],
    ['$push needs an array', { a: 1 }, { $push: { a: 1 } }, /not an array/],
    ['a field cannot be made inside a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b'/],
    ['two operators cannot write one field', {}, { $set: { a: 1 }, $inc: { 'a.b': 1 } }, /would create a conflict/],
    ['unknown operators are named', {}, { $foo: { a: 1 } }, /\$foo/],
    ['unknown modifiers are named', {}, { $push: { a: { $each: [], $foo: 1 } } }, /\$foo/],
    ['operators and fields do not mix', {}, { $set: { a: 1 }, b: 1 }, /not of both/],
    ['pipelines are refused', {}, [{ $set: { a: 1 } }], /pipeline/],
    ['$ needs a filter on its array', { a: [1] }, { $set: { 'a.$': 2 } }, /positional/],
    ['array filters must be used', {}, { $set: { a: 1 } }, /was not used/, { arrayFilters: [{ e: 1 }] }],
    ['huge gaps are refused', { a: [] }, { $set: { 'a.1000000': 1 } }, /gap/],
    ['prototypes are out of reach', {}, { $set: { '__proto__.x': 1 } }, /not allowed/],
  ]

for (const [rule, before, update, message, options] of refusals)
  test(`update refused: ${rule}`, () => assert.throws(() => updated(before, update, options), message))
