import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainQuery } from './plain-query.ts'
import type { IndexDefinition, SearchQuery } from './search-engine.ts'

const fields = {
  title: { type: 'text' },
  kind: { type: 'keyword' },
  at: { type: 'date' },
  size: { type: 'number' },
} as const
const definition: IndexDefinition<typeof fields> = { name: 'things', version: 1, fields }
const plain = (query: SearchQuery<typeof fields>) => plainQuery(definition, query)

test('without anything, a query is the first twenty of everything', () => {
  assert.deepEqual(plain({ text: '  ' }), { filters: [], ranges: [], facets: [], highlight: [], offset: 0, limit: 20 })
})

test('a text is bounded, whatever was typed', () => {
  const words = plain({ text: 'mot '.repeat(5000) }).text?.split(' ')
  assert.equal(words?.length, 24)
  assert.equal(plain({ text: 'x'.repeat(10_000) }).text?.length, 400)
})

test('pages and their size are brought within bounds', () => {
  const { offset, limit } = plain({ page: -3, perPage: 5000 })
  assert.deepEqual({ offset, limit }, { offset: 0, limit: 100 })
  assert.equal(plain({ page: Number.NaN, perPage: Number.NaN }).limit, 0)
  assert.equal(plain({ page: 1e9 }).limit, 0)
  assert.equal(plain({ page: 3, perPage: 10 }).offset, 20)
})

test('a range that ends on a day includes the whole day', () => {
  const [range] = plain({ ranges: { at: { from: '2026-01-31', to: '2026-01-31' } } }).ranges
  assert.deepEqual(range, { field: 'at', type: 'date', from: Date.UTC(2026, 0, 31), to: Date.UTC(2026, 1, 1) - 1 })
  const [exact] = plain({ ranges: { at: { to: '2026-01-31T08:00:00Z' } } }).ranges
  assert.deepEqual(exact, { field: 'at', type: 'date', from: Number.NEGATIVE_INFINITY, to: Date.UTC(2026, 0, 31, 8) })
})

test('a filter without values is no filter', () => {
  assert.deepEqual(plain({ filters: { kind: [] } }).filters, [])
})

test('a field that does not exist, or is not of the right type, is refused', () => {
  const untyped = (query: object) => () => plain(query)
  assert.throws(untyped({ filters: { title: ['x'] } }), TypeError)
  assert.throws(untyped({ facets: ['__proto__'] }), TypeError)
  assert.throws(untyped({ ranges: { kind: {} } }), TypeError)
  assert.throws(untyped({ ranges: { at: { from: 'hier' } } }), TypeError)
  assert.throws(untyped({ sort: { field: 'kind', order: 'asc' } }), TypeError)
  assert.throws(untyped({ highlight: ['kind'] }), TypeError)
  assert.throws(untyped({ near: { field: 'at', lat: 0, lon: 0, km: 1 } }), TypeError)
})
