import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexBody } from './index-body.ts'
import { removedSource, sourceOf } from './source-document.ts'

const fields = { title: { type: 'text', suggest: true }, kind: { type: 'keyword' }, image: { type: 'stored' } } as const

test('a document is stored with what suggestions are looked up in, and without letters that mark highlights', () => {
  const document = { id: 'a', version: 3, fields: { title: 'Le mou\u{e000}lin', kind: ['eau'] } }
  assert.deepEqual(sourceOf(fields, document), {
    id: 'a',
    fields: { title: 'Le moulin', kind: ['eau'] },
    suggest_whole: ['le moulin'],
    suggest_keys: ['le moulin', 'moulin'],
  })
})

test('of a removed document only the id stays', () => {
  assert.deepEqual(removedSource('a', new Date(0)), { id: 'a', removed: true, removed_at: '1970-01-01T00:00:00.000Z' })
})

test('every property of a stored document has its mapping: nothing is mapped by guess', () => {
  const { mappings } = indexBody({ name: 'things', version: 1, fields })
  const stored = { ...sourceOf(fields, { id: 'a', version: 1, fields: {} }), ...removedSource('a', new Date(0)) }
  for (const name of Object.keys(stored)) assert.ok(mappings.properties?.[name], name)
  assert.equal(mappings.dynamic, 'strict')
  const values = mappings.properties?.fields as { properties: object }
  assert.deepEqual(Object.keys(values.properties), ['title', 'kind', 'image'])
})
