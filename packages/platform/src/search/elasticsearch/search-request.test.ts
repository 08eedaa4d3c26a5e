import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainQuery } from '../plain-query.ts'
import type { IndexDefinition, SearchQuery } from '../search-engine.ts'
import { criteria, searchRequest, suggestRequest } from './search-request.ts'

const fields = {
  title: { type: 'text', boost: 3, suggest: true },
  kind: { type: 'keyword' },
  commune: { type: 'keyword' },
  at: { type: 'date' },
  size: { type: 'number' },
  place: { type: 'geo' },
} as const
const definition: IndexDefinition<typeof fields> = { name: 'things', version: 1, fields }
const plain = (query: SearchQuery<typeof fields>) => plainQuery(definition, query)
const request = (query: SearchQuery<typeof fields>, words: 'all' | 'any' = 'all') =>
  searchRequest(definition, plain(query), query.text === undefined ? undefined : { text: query.text, words })

test('what was typed is only ever matched, with all words or any', () => {
  const typed = 'title:("moulin" OR *)'
  const matched = (words: 'all' | 'any') => JSON.stringify(request({ text: typed }, words).query)
  assert.ok(!/query_string|regexp|wildcard/.test(matched('all')))
  assert.match(matched('all'), /"all_text":\{"query":"title:\(\\"moulin\\" OR \*\)","operator":"and"/)
  assert.match(matched('any'), /"operator":"or"/)
  assert.match(matched('all'), /"fields.title":\{"query":"[^}]*","boost":3\}/)
})

test('criteria come after the query; a facet leaves out its own', () => {
  const filters = { kind: ['a', 'b'], commune: ['Caylus'] }
  const { post_filter, aggs } = request({ filters, facets: ['kind'] })
  assert.deepEqual(post_filter, {
    bool: { filter: [{ terms: { 'fields.kind': ['a', 'b'] } }, { terms: { 'fields.commune': ['Caylus'] } }] },
  })
  assert.deepEqual(aggs?.['facet:kind']?.filter, { bool: { filter: [{ terms: { 'fields.commune': ['Caylus'] } }] } })
})

test('ranges are open where nothing was said, dates in ms', () => {
  assert.deepEqual(criteria(plain({ ranges: { size: { from: 3 }, at: { to: '2026-01-31T00:00:00Z' } } })), [
    { range: { 'fields.size': { gte: 3 } } },
    { range: { 'fields.at': { lte: Date.UTC(2026, 0, 31), format: 'epoch_millis' } } },
  ])
})

test('near is a distance in kilometres', () => {
  assert.deepEqual(criteria(plain({ near: { field: 'place', lat: 44, lon: 1.5, km: 10 } })), [
    { geo_distance: { distance: '10km', 'fields.place': { lat: 44, lon: 1.5 } } },
  ])
})

test('hits come by the sort asked for, then the score, then the id', () => {
  assert.deepEqual(request({}).sort, [{ id: 'asc' }])
  assert.deepEqual(request({ text: 'x', sort: { field: 'at', order: 'desc' } }).sort, [
    { 'fields.at': { order: 'desc', missing: '_last' } },
    { _score: { order: 'desc' } },
    { id: 'asc' },
  ])
})

test('removed documents are never found nor suggested', () => {
  const present = '"must_not":{"term":{"removed":true}}'
  for (const { query } of [request({}), request({ text: 'x' }), suggestRequest('x', 8, plain({}))]) {
    assert.ok(JSON.stringify(query).includes(present))
  }
})
