import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Binary, ObjectId } from 'bson'
import { compileFilter } from './filter.ts'

const id = (last: string) => new ObjectId(last.padStart(24, '0'))

/** Which of the documents, by position, a filter finds. */
const found = (filter: unknown, documents: unknown[]) => {
  const matches = compileFilter(filter)
  return documents.flatMap((document, position) => (matches(document) ? [position] : []))
}

const cases: [rule: string, filter: unknown, documents: unknown[], expected: number[]][] = [
  ['null finds null and missing', { a: null }, [{ a: null }, {}, { a: 1 }, { a: [null] }], [0, 1, 3]],
  ['$ne null finds what is there', { a: { $ne: null } }, [{ a: null }, {}, { a: 1 }], [2]],
  ['$exists tells null from missing', { a: { $exists: true } }, [{ a: null }, {}], [0]],
  ['$exists false finds missing only', { a: { $exists: false } }, [{ a: null }, {}], [1]],
  [
    'null at the end of a path finds parents that lack the field, but not scalars in arrays',
    { 'a.b': null },
    [{ a: null }, { a: 4 }, {}, { a: { b: 1 } }, { a: [{ b: 1 }, {}] }, { a: [{ b: 1 }] }, { a: [1, 2] }, { a: [] }],
    [0, 1, 2, 4],
  ],
  ['a value finds arrays that contain it', { a: 2 }, [{ a: [1, 2] }, { a: 2 }, { a: [[2]] }], [0, 1]],
  [
    'an array finds the same array, also as an element',
    { a: [1, 2] },
    [{ a: [1, 2] }, { a: [2, 1] }, { a: [[1, 2]] }],
    [0, 2],
  ],
  [
    'a document finds the same fields in the same order',
    { a: { x: 1, y: 2 } },
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }],
    [0],
  ],
  ['paths go through arrays', { 'a.b.c': 1 }, [{ a: [{ b: [{ c: 1 }] }] }, { a: [] }], [0]],
  ['paths may name a position', { 'a.1': 5 }, [{ a: [1, 5] }, { a: [5, 1] }, { a: { 1: 5 } }], [0, 2]],
  [
    'comparisons keep to the type of their operand',
    { a: { $gt: 1 } },
    [{ a: 5 }, { a: 'z' }, { a: null }, {}, { a: [0, 3] }],
    [0, 4],
  ],
  ['$lt does not find null', { a: { $lt: 9 } }, [{ a: 5 }, { a: null }, {}], [0]],
  ['two limits may be met by two elements', { a: { $gt: 5, $lt: 5 } }, [{ a: [1, 9] }, { a: 5 }], [0]],
  ['dates compare', { a: { $gte: new Date(10) } }, [{ a: new Date(5) }, { a: new Date(50) }, { a: 50 }], [1]],
  ['equal dates are equal', { a: new Date(5) }, [{ a: new Date(5) }], [0]],
  ['object ids compare', { a: { $gt: id('1') } }, [{ a: id('1') }, { a: id('2') }], [1]],
  ['$in finds object ids', { a: { $in: [id('1')] } }, [{ a: id('1') }, { a: [id('1')] }, { a: id('2') }], [0, 1]],
  ['$nin finds missing fields too', { a: { $nin: [id('1')] } }, [{ a: id('1') }, {}], [1]],
  ['$in takes patterns and null', { a: { $in: [/^a/, null] } }, [{ a: 'abc' }, { a: 'z' }, {}], [0, 2]],
  [
    'binary values are equal by their bytes',
    { a: new Binary(Buffer.from('x')) },
    [{ a: new Binary(Buffer.from('x')) }, { a: new Binary(Buffer.from('y')) }],
    [0],
  ],
  ['$all wants every value', { a: { $all: [1, 2] } }, [{ a: [1, 2, 3] }, { a: [2] }, { a: 1 }], [0]],
  [
    '$all takes $elemMatch',
    { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: 2 } }] } },
    [{ a: [{ x: 1 }, { x: 2 }] }, { a: [{ x: 1 }] }],
    [0],
  ],
  ['$size counts elements', { a: { $size: 0 } }, [{ a: [1] }, { a: [] }, {}], [1]],
  [
    '$elemMatch wants one element that satisfies all',
    { a: { $elemMatch: { x: 1, y: 2 } } },
    [{ a: [{ x: 1, y: 2 }] }, { a: [{ x: 1 }, { y: 2 }] }],
    [0],
  ],
  [
    '$elemMatch works on scalars',
    { a: { $elemMatch: { $gt: 5, $lt: 9 } } },
    [{ a: [1, 7] }, { a: [1, 10] }, { a: 7 }],
    [0],
  ],
  ['$elemMatch does not look into an element that is an array', { a: { $elemMatch: { $gte: 0 } } }, [{ a: [[1]] }], []],
  ['patterns find text', { a: /^É/i }, [{ a: 'été' }, { a: 'hiver' }, { a: ['x', 'ÉTÉ'] }], [0, 2]],
  ['$regex takes options', { a: { $regex: '^b$', $options: 'im' } }, [{ a: 'a\nB' }, { a: 'ab' }], [0]],
  ['$not turns a condition over', { a: { $not: /^a/ } }, [{ a: 'ab' }, { a: 'c' }, {}], [1, 2]],
  [
    '$or, $nor and $and combine',
    { $or: [{ a: 1 }, { a: 2 }], $nor: [{ b: 1 }], $and: [{ c: 1 }] },
    [{ a: 1, c: 1 }, { a: 2, b: 1, c: 1 }, { a: 2 }],
    [0],
  ],
  ['$mod looks at whole numbers', { a: { $mod: [2, 0] } }, [{ a: 4 }, { a: 5 }, { a: 'x' }], [0]],
  ['$type knows names', { a: { $type: ['string', 'date'] } }, [{ a: 'x' }, { a: new Date() }, { a: 1 }], [0, 1]],
  ['$expr compares fields', { $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 1, b: 2 }, { a: 1 }], [0, 2]],
  ['a field may be called like a method of objects', { constructor: 'x' }, [{ constructor: 'x' }, {}], [0]],
]

for (const [rule, filter, documents, expected] of cases)
  test(`filter: ${rule}`, () => assert.deepEqual(found(filter, documents), expected))

for (const filter of [
  { $where: 'true' },
  { $text: { $search: 'x' } },
  { a: { $near: [0, 0] } },
  { a: { $geoWithin: {} } },
  { $jsonSchema: {} },
  { a: { $foo: 1 } },
  { $expr: { $function: {} } },
]) {
  const operator = /\$[a-zA-Z]+/g
  const name = JSON.stringify(filter).match(operator)?.at(-1) as string
  test(`a filter with ${name} is refused by name, before any document is looked at`, () => {
    assert.throws(
      () => compileFilter(filter),
      (error: Error) => /not support/.test(error.message) && error.message.includes('$'),
    )
  })
}

test('a pattern can be used again and again', () => {
  const matches = compileFilter({ a: /x/g })
  assert.deepEqual(
    [1, 2, 3].map(() => matches({ a: 'x' })),
    [true, true, true],
  )
})
