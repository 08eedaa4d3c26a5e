import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createColumns, factFields } from './columns.ts'

const fields = {
  title: { type: 'text' },
  kinds: { type: 'keyword' },
  commune: { type: 'keyword' },
  at: { type: 'date' },
  place: { type: 'geo' },
} as const
const none = { filters: [], ranges: [], facets: [] }

function filled() {
  const columns = createColumns(fields)
  columns.set(1, 'a', { kinds: ['x', 'y', 'x'], commune: 'Caylus', at: '2026-01-01' })
  columns.set(2, 'b', { kinds: 'x', commune: 'Caussade', at: '2026-02-01', place: { lat: 44.16, lon: 1.54 } })
  columns.set(5, 'c', {})
  return columns
}

test('only facts are held in memory', () => {
  assert.deepEqual(factFields(fields), ['kinds', 'commune', 'at', 'place'])
})

test('a slot without a document is no slot', () => {
  const columns = filled()
  columns.set(2, 'b', undefined)
  assert.deepEqual([...columns.slots()], [1, 5])
})

test('a value counts once for each document that has it', () => {
  const columns = filled()
  const { facets } = columns.select(columns.slots(), { ...none, facets: ['kinds'] })
  assert.deepEqual(facets.kinds, [
    { value: 'x', count: 2 },
    { value: 'y', count: 1 },
  ])
})

test('a facet leaves out its own filter only', () => {
  const columns = filled()
  const filters = [
    { field: 'kinds', values: ['y'] },
    { field: 'commune', values: ['Caylus'] },
  ]
  const { selected, facets } = columns.select(columns.slots(), { ...none, filters, facets: ['kinds', 'commune'] })
  assert.deepEqual(selected, [1])
  assert.deepEqual(facets.commune, [{ value: 'Caylus', count: 1 }])
  assert.deepEqual(
    facets.kinds?.map(({ value }) => value),
    ['x', 'y'],
  )
})

test('what has no value is in no range and near nothing', () => {
  const columns = filled()
  const everything = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }
  const range = { ...none, ranges: [{ field: 'at', type: 'date' as const, ...everything }] }
  assert.deepEqual(columns.select(columns.slots(), range).selected, [1, 2])
  const near = { ...none, near: { field: 'place', lat: 44.16, lon: 1.54, km: 20_000 } }
  assert.deepEqual(columns.select(columns.slots(), near).selected, [2])
})

test('a facet gives its fifty most frequent values', () => {
  const columns = createColumns(fields)
  for (let slot = 0; slot < 200; slot++) columns.set(slot, `d${slot}`, { commune: `Commune ${slot % 60}` })
  const { facets } = columns.select(columns.slots(), { ...none, facets: ['commune'] })
  assert.equal(facets.commune?.length, 50)
  assert.deepEqual(facets.commune?.[0], { value: 'Commune 0', count: 4 })
})
