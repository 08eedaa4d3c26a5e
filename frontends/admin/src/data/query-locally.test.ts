import assert from 'node:assert/strict'
import { test } from 'node:test'
import { queryLocally } from './query-locally.ts'

const communes = [
  { id: '1', name: 'Nègrepelisse', postalCodes: ['82800'], population: 5600, epci: { id: 'e1' } },
  { id: '2', name: 'Saint-Antonin', postalCodes: ['82140'], population: 1900, epci: { id: 'e2' } },
  { id: '3', name: 'Albias', postalCodes: ['82350'], population: 3200, epci: null },
]
const idsOf = (query: Parameters<typeof queryLocally>[1]) => queryLocally(communes, query).data.map(({ id }) => id)

test('names are found without accents or hyphens, codes by their figures', () => {
  assert.deepEqual(idsOf({ filter: { q: 'negre' } }), ['1'])
  assert.deepEqual(idsOf({ filter: { q: 'saint antonin' } }), ['2'])
  assert.deepEqual(idsOf({ filter: { q: '8235' } }), ['3'])
})

test('filters may go into a field; an empty one filters nothing', () => {
  assert.deepEqual(idsOf({ filter: { epci: { id: 'e1' } } }), ['1'])
  assert.deepEqual(idsOf({ filter: { epci: { id: '' } } }), ['1', '2', '3'])
  assert.deepEqual(idsOf({ filter: { id: ['1', '3'] } }), ['1', '3'])
})

test('figures are sorted as figures, names as in a French dictionary', () => {
  assert.deepEqual(idsOf({ sort: { field: 'population', order: 'DESC' } }), ['1', '3', '2'])
  assert.deepEqual(idsOf({ sort: { field: 'name', order: 'ASC' } }), ['3', '1', '2'])
  assert.deepEqual(idsOf({ sort: { field: 'epci.id', order: 'ASC' } }), ['3', '1', '2'])
})

test('a page is cut out of what was found, and the total is told', () => {
  const { data, total } = queryLocally(communes, { pagination: { page: 2, perPage: 2 } })
  assert.deepEqual(
    data.map(({ id }) => id),
    ['3'],
  )
  assert.equal(total, 3)
})
