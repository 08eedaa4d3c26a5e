import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentsRefused, misfitOf } from './check-document.ts'
import type { IndexDefinition, IndexFields } from './search-engine.ts'

const definition: IndexDefinition<IndexFields> = {
  name: 'things',
  version: 1,
  fields: {
    title: { type: 'text' },
    kinds: { type: 'keyword' },
    at: { type: 'date' },
    size: { type: 'number' },
    place: { type: 'geo' },
    image: { type: 'stored' },
  },
}
const misfit = (fields: Record<string, unknown>, said: { id?: string; version?: number } = {}) =>
  misfitOf(definition, { id: 'a', version: 1, ...said, fields })

test('a document with all its fields, some of them or none fits', () => {
  const place = { lat: 44.1, lon: 1.7 }
  const whole = { title: 'Moulin', kinds: ['a', 'b'], at: '2026-01-31', size: 3, place, image: '/a.jpg' }
  assert.equal(misfit(whole), undefined)
  assert.equal(misfit({ kinds: 'a', title: undefined }), undefined)
  assert.equal(misfit({}), undefined)
  assert.equal(misfit({ at: '2026-01-31T08:00:00.123+01:00' }), undefined)
})

test('a document with a value of another type, an unknown field, a bad id or version does not fit', () => {
  const bad = [
    { title: 3 },
    { kinds: [1] },
    { kinds: 'x'.repeat(1001) },
    { at: 'hier' },
    { at: '2026-13-45' },
    { at: '2026-01-31 08:00' },
    { at: '2026-01-31T08:00:00' },
    { size: '3' },
    { size: Number.NaN },
    { place: { lat: 91, lon: 0 } },
    { place: null },
    { image: {} },
    { other: 'x' },
    JSON.parse('{"__proto__":"x"}'),
  ]
  for (const fields of bad) assert.notEqual(misfit(fields), undefined, JSON.stringify(fields))
  assert.notEqual(misfit({}, { id: '' }), undefined)
  assert.notEqual(misfit({}, { id: 'é'.repeat(300) }), undefined)
  assert.notEqual(misfit({}, { version: 1.5 }), undefined)
})

test('a refusal names each document and its reason', () => {
  const error = documentsRefused([{ id: 'a', reason: 'no.' }])
  assert.match(error.message, /a: no\./)
  assert.equal((error as Error & { code?: string }).code, 'SEARCH_DOCUMENTS_REFUSED')
})
