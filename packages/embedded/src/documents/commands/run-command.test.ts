import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deserialize } from 'bson'
import { loadCatalog } from '../storage/catalog.ts'
import { createJournal } from '../storage/journal.ts'
import type { Document } from '../values/document.ts'
import { createCursors } from './cursors.ts'
import { runCommand } from './run-command.ts'

function createEngine(now?: () => number) {
  const context = {
    catalog: loadCatalog({ collections: () => [], documents: () => [] }, createJournal()),
    cursors: createCursors(now),
  }
  const run = (command: Document): Document => {
    const reply = runCommand({ ...command, $db: 'test' }, context)
    return Buffer.isBuffer(reply) ? deserialize(reply) : reply
  }
  return { run, cursors: context.cursors }
}

const refused: [what: string, command: Document, named: RegExp][] = [
  ['an unknown command', { mapReduce: 'a' }, /mapReduce/],
  ['a command called like a method of objects', { constructor: 1 }, /constructor/],
  [
    'a transaction',
    { insert: 'a', documents: [{}], startTransaction: true, autocommit: false },
    /transactions.*in insert/,
  ],
  ['a commit', { commitTransaction: 1 }, /commitTransaction/],
  ['a retryable write', { insert: 'a', documents: [{}], txnNumber: 1 }, /txnNumber/],
  ['a collation', { find: 'a', collation: { locale: 'fr' } }, /'collation' in find/],
  ['a hint', { find: 'a', hint: { a: 1 } }, /'hint' in find/],
  ['a tailable cursor', { find: 'a', tailable: true }, /'tailable'/],
  [
    'a collation in an update',
    { update: 'a', updates: [{ q: {}, u: { $set: { a: 1 } }, collation: {} }] },
    /'collation' in an update/,
  ],
  [
    'a TTL index',
    { createIndexes: 'a', indexes: [{ key: { a: 1 }, name: 'a', expireAfterSeconds: 1 }] },
    /expiry is a job of ours/,
  ],
  [
    'a partial index',
    { createIndexes: 'a', indexes: [{ key: { a: 1 }, name: 'a', partialFilterExpression: {} }] },
    /'partialFilterExpression'/,
  ],
  ['a text index', { createIndexes: 'a', indexes: [{ key: { a: 'text' }, name: 'a' }] }, /text indexes/],
  ['a geographic index', { createIndexes: 'a', indexes: [{ key: { a: '2dsphere' }, name: 'a' }] }, /2dsphere indexes/],
  ['a wildcard index', { createIndexes: 'a', indexes: [{ key: { '$**': 1 }, name: 'a' }] }, /wildcard/],
  ['a capped collection', { create: 'a', capped: true, size: 1 }, /'capped' in create/],
  ['a validator', { create: 'a', validator: {} }, /'validator' in create/],
  ['a change stream', { aggregate: 'a', pipeline: [{ $changeStream: {} }], cursor: {} }, /\$changeStream/],
  ['a script', { find: 'a', filter: { $where: 'true' } }, /\$where/],
  ['an expression in a projection', { find: 'a', projection: { x: { $add: [1, 2] } } }, /\$add/],
]

for (const [what, command, named] of refused)
  test(`${what} is refused by name`, () => {
    const reply = createEngine().run(command)
    const [error = reply] = (reply.writeErrors as Document[] | undefined) ?? []
    assert.match(String(error.errmsg), named)
    assert.ok(error.code)
  })

test('values that the engine does not know are refused with the name of their field', async () => {
  const { Decimal128, Timestamp } = await import('bson')
  const { run } = createEngine()
  for (const value of [Decimal128.fromString('1.5'), Timestamp.fromNumber(1)]) {
    const { writeErrors } = run({ insert: 'a', documents: [{ a: { price: value } }] }) as { writeErrors: Document[] }
    assert.match(String(writeErrors[0]?.errmsg), /values of type \w+ \(field 'a.price'\)/)
  }
})

test('a document that is too large or too deep is refused, and the next one is stored', () => {
  const { run } = createEngine()
  let deep: Document = {}
  for (let level = 0; level < 200; level++) deep = { deep }
  const documents = [{ text: 'x'.repeat(17 * 1024 * 1024) }, { deep }, { fine: true }]
  const reply = run({ insert: 'a', documents, ordered: false })
  assert.equal(reply.n, 1)
  assert.deepEqual(
    (reply.writeErrors as Document[]).map(({ code }) => code),
    [10334, 2],
  )
})

test('an index is created once, and conflicting definitions are errors', () => {
  const { run } = createEngine()
  const create = (spec: Document) => run({ createIndexes: 'a', indexes: [spec] })
  assert.deepEqual(create({ key: { x: 1 }, name: 'x', unique: true }), {
    numIndexesBefore: 1,
    numIndexesAfter: 2,
    ok: 1,
  })
  assert.deepEqual(create({ key: { x: 1 }, name: 'x', unique: true }), {
    numIndexesBefore: 2,
    numIndexesAfter: 2,
    ok: 1,
  })
  assert.equal(create({ key: { y: 1 }, name: 'x' }).code, 86)
  assert.equal(create({ key: { x: 1 }, name: 'y' }).code, 85)
})

test('a unique index is refused when documents are already alike, and leaves nothing behind', () => {
  const { run } = createEngine()
  run({ insert: 'a', documents: [{ x: 1 }, { x: 1 }] })
  assert.equal(run({ createIndexes: 'a', indexes: [{ key: { x: 1 }, name: 'x', unique: true }] }).code, 11000)
  assert.equal((run({ listIndexes: 'a' }).cursor as { firstBatch: Document[] }).firstBatch.length, 1)
})

test('a cursor shows what was there when the query ran, and expires after ten idle minutes', () => {
  let time = 0
  const { run, cursors } = createEngine(() => time)
  run({ insert: 'a', documents: Array.from({ length: 10 }, (_, n) => ({ _id: n })) })
  const open = () => (run({ find: 'a', batchSize: 4 }).cursor as { id: unknown }).id
  const next = (id: unknown) => run({ getMore: id, collection: 'a', batchSize: 3 })
  const kept = open()
  run({ delete: 'a', deletes: [{ q: {}, limit: 0 }] })
  assert.deepEqual((next(kept).cursor as { nextBatch: Document[] }).nextBatch, [{ _id: 4 }, { _id: 5 }, { _id: 6 }])
  time = 9 * 60_000
  cursors.expire()
  assert.equal(next(kept).ok, 1)
  assert.equal(next(kept).code, 43)
  run({ insert: 'a', documents: Array.from({ length: 10 }, (_, n) => ({ _id: n })) })
  const idle = open()
  time += 11 * 60_000
  cursors.expire()
  assert.equal(next(idle).code, 43)
})
