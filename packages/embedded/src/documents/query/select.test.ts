import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCatalog } from '../storage/catalog.ts'
import type { Collection } from '../storage/collection.ts'
import { createJournal } from '../storage/journal.ts'
import type { Document } from '../values/document.ts'
import { compileFilter } from './filter.ts'
import { count, type Query, select } from './select.ts'
import { sortDocuments, sortKeysMaker } from './sort.ts'

function createTestCollection(): Collection {
  const catalog = loadCatalog({ collections: () => [], documents: () => [] }, createJournal())
  return catalog.findOrCreate('test.things')
}

const byAsc = (path: string) => ({ path, descending: false })
const byDesc = (path: string) => ({ path, descending: true })

const values: unknown[] = [null, undefined, 1, 2, 3, 2.5, 'x', 'y', new Date(5), true, [1, 3], [], ['x', 2], { z: 1 }]
const at = <Item>(items: Item[], position: number) => items[position % items.length] as Item

function fill(collection: Collection, count: number, withArrays: boolean) {
  const usable = withArrays ? values : values.filter((value) => !Array.isArray(value))
  for (let i = 0; i < count; i++)
    collection.insert({
      _id: i,
      a: at(usable, i * 7),
      b: at(usable, i * 5 + 3),
      c: i % 9,
      deep: [{ n: i % 4 }, { n: i % 3 }],
    })
}

const filters: unknown[] = [
  {},
  { a: 1 },
  { a: null },
  { a: { $in: [1, 'x', null] } },
  { a: { $gt: 1 } },
  { a: { $gte: 1, $lt: 3 } },
  { a: { $gt: 1, $lt: 'y' } },
  { a: 2, b: { $lte: 3 } },
  { a: { $in: [1, 2, 3] }, b: { $gt: 1 } },
  { a: 1, b: 'x', c: 3 },
  { $and: [{ a: { $gt: 1 } }, { a: { $gt: 2 } }] },
  { $or: [{ a: 1 }, { b: 1 }] },
  { a: [1, 3] },
  { a: { $in: [] } },
  { 'deep.n': 2, c: { $gte: 4 } },
  { 'deep.n': { $in: [1, 2] } },
  { b: { $in: [1, 3, 'x'] } },
  { b: 3 },
  { _id: { $in: [3, 5, 900, 4] } },
  { _id: { $gt: 20 } },
  { a: /^x/ },
]
const sorts = [
  [],
  [byAsc('a')],
  [byDesc('a'), byDesc('b')],
  [byAsc('a'), byDesc('b')],
  [byDesc('b'), byAsc('_id')],
  [byAsc('c'), byDesc('_id')],
  [byDesc('c'), byAsc('_id')],
  [byAsc('deep.n'), byAsc('c')],
  [byDesc('_id')],
]

for (const withArrays of [false, true]) {
  test(`indexes never change what a query finds, nor its order (${withArrays ? 'with' : 'without'} arrays)`, () => {
    const collection = createTestCollection()
    fill(collection, 150, withArrays)
    collection.addIndex({ name: 'a', key: { a: 1 } })
    collection.addIndex({ name: 'a-b', key: { a: 1, b: -1 } })
    collection.addIndex({ name: 'b', key: { b: -1 } })
    collection.addIndex({ name: 'b-sparse', key: { b: 1 }, sparse: true })
    collection.addIndex({ name: 'c', key: { c: 1 } })
    collection.addIndex({ name: 'deep', key: { 'deep.n': 1, c: 1 } })
    collection.addIndex({ name: 'b-c', key: { b: 1, c: -1, _id: 1 } })
    const all = Array.from(collection.all(), ({ document }) => document)
    for (const filter of filters)
      for (const sort of sorts)
        for (const limit of [0, 4]) {
          const query: Query = { filter, sort, limit }
          const found = Array.from(select(collection, query), ({ document }) => document)
          const expected = naive(all, { ...query, limit: 0 })
          const where = JSON.stringify(query)
          assert.equal(found.length, limit ? Math.min(limit, expected.length) : expected.length, where)
          assert.ok(
            found.every((document) => expected.includes(document)),
            where,
          )
          assert.equal(new Set(found).size, found.length, where)
          const keysOf = sortKeysMaker(sort)
          assert.deepEqual(found.map(keysOf), expected.map(keysOf).slice(0, found.length), where)
          assert.equal(count(collection, { filter }), expected.length, where)
        }
  })
}

function naive(all: Document[], { filter, sort = [] }: Query): Document[] {
  return sortDocuments(all.filter(compileFilter(filter)), sort)
}

test('a list and its count cost the same whatever the size of the collection, given an index', () => {
  const readFor = (size: number, query: Query) => {
    const collection = createTestCollection()
    collection.addIndex({ name: 'state-date', key: { state: 1, date: -1 } })
    for (let i = 0; i < size; i++)
      collection.insert({ _id: i, state: i % 10 === 0 ? 'draft' : 'published', date: new Date((i * 7919) % size), i })
    return entriesRead(collection, () => [...select(collection, query)].length)
  }
  const isRecent = { $gte: new Date(10) }
  const queries: Query[] = [
    { filter: { state: 'published' }, sort: [byDesc('date')], skip: 20, limit: 10 },
    { filter: { state: 'published', date: isRecent }, sort: [byAsc('date')], limit: 10 },
    { filter: { state: { $in: ['published', 'draft'] } }, sort: [byDesc('date')], limit: 10 },
    { filter: { state: 'published', i: { $gt: 0 } }, sort: [byDesc('date'), byAsc('_id')], limit: 10 },
    { filter: {}, sort: [byDesc('_id')], limit: 10 },
    { filter: { _id: { $in: [3, 4] } }, sort: [byAsc('date')] },
  ]
  for (const query of queries) assert.ok(readFor(2000, query) <= 35, JSON.stringify(query))
})

test('the newest of those that have one of some words cost the same however many have them', () => {
  const readFor = (size: number) => {
    const collection = createTestCollection()
    collection.addIndex({ name: 'words-date', key: { words: 1, date: -1 } })
    for (let i = 0; i < size; i++) collection.insert({ _id: i, words: ['a', i % 2 ? 'b' : 'c'], date: i })
    const query: Query = { filter: { words: { $in: ['a', 'b'] } }, sort: [byDesc('date')], limit: 10 }
    return entriesRead(collection, () => {
      const found = Array.from(select(collection, query), ({ document }) => document.date)
      assert.deepEqual(
        found,
        Array.from({ length: 10 }, (_, nth) => size - 1 - nth),
      )
    })
  }
  assert.ok(readFor(2000) <= 35)
})

/** How many entries of all indexes a piece of work looks at; a look at the whole collection counts as endless. */
function entriesRead(collection: Collection, work: () => void): number {
  let read = 0
  for (const { entries } of collection.indexes()) {
    const { scan } = entries
    entries.scan = function* (...args) {
      for (const entry of scan(...args)) {
        read++
        yield entry
      }
    }
  }
  const { all } = collection
  collection.all = () => {
    read = Number.POSITIVE_INFINITY
    return all()
  }
  work()
  return read
}
