import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Binary, Long, ObjectId } from 'bson'
import { orderKey, reversedKey } from './order-key.ts'

const ascending: unknown[] = [
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1e300,
  -2.5,
  -2,
  -1e-9,
  0,
  Number.MIN_VALUE,
  1,
  1.5,
  2,
  2 ** 31,
  2 ** 53,
  Long.fromString('9007199254740995'),
  Long.fromString('9223372036854775807'),
  Number.POSITIVE_INFINITY,
  '',
  '\0',
  'Z',
  'a',
  'a\0',
  'aa',
  'b',
  'z',
  'é',
  '\uffee',
  '😀',
  {},
  { a: null },
  { a: 1 },
  { a: 1, b: 0 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [null],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from([])),
  new Binary(Buffer.from([255])),
  new Binary(Buffer.from([0, 0])),
  new ObjectId('000000000000000000000001'),
  new ObjectId('0a0000000000000000000000'),
  new ObjectId('f00000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1_700_000_000_000),
  /a/,
  /a/i,
  /b/,
]

test('keys order values of all types as MongoDB does', () => {
  const keys = ascending.map(orderKey)
  for (const [i, key] of keys.entries())
    for (const [j, other] of keys.entries())
      assert.equal(key < other, i < j, `${String(ascending[i])} < ${String(ascending[j])}`)
})

test('reversed keys order the other way round, also when more keys follow', () => {
  const pairs = ascending.flatMap((value) => ['', 'b'].map((tail) => reversedKey(orderKey(value)) + orderKey(tail)))
  const sorted = [...pairs].sort()
  const expected = [...ascending]
    .reverse()
    .flatMap((value) => ['', 'b'].map((tail) => reversedKey(orderKey(value)) + orderKey(tail)))
  assert.deepEqual(sorted, expected)
})

test('numbers that are equal have one key, whatever their type', () => {
  assert.equal(orderKey(-0), orderKey(0))
  assert.equal(orderKey(undefined), orderKey(null))
  assert.notEqual(orderKey({ a: 1, b: 2 }), orderKey({ b: 2, a: 1 }))
})
