import assert from 'node:assert/strict'
import test from 'node:test'
import type { OpenApiDocument } from '@pmq/platform/http'
import { docsPage } from './docs-page.ts'
import { mergeDocuments } from './merge-documents.ts'
import { schemaText } from './schema-text.ts'

const document = (service: string, schemas: Record<string, unknown>): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: service, version: '1' },
  paths: {
    [`/api/${service}/things`]: {
      get: {
        summary: `List ${service}`,
        tags: [service],
        responses: {
          200: {
            description: 'OK',
            content: { 'application/json': { schema: { $ref: '#/components/schemas/View' } } },
          },
        },
      },
    },
  },
  components: { schemas, securitySchemes: { bearer: { type: 'http' } } },
})
const url = new URL('https://portail.example/x')

test('schemas that two services share stay one; those that only share a name are told apart', () => {
  const shared = { Problem: { type: 'object' } }
  const merged = mergeDocuments(
    [
      document('content', { ...shared, View: { type: 'string' } }),
      document('search', { ...shared, View: { type: 'number' } }),
    ],
    url,
  )
  assert.deepEqual(Object.keys(merged.components.schemas), ['Problem', 'View', 'search.View'])
  assert.match(JSON.stringify(merged.paths['/api/search/things']), /"#\/components\/schemas\/search.View"/)
  assert.match(JSON.stringify(merged.paths['/api/content/things']), /"#\/components\/schemas\/View"/)
  assert.deepEqual(
    merged.tags.map(({ name }) => name),
    ['content', 'search'],
  )
  assert.deepEqual(merged.servers, [{ url: 'https://portail.example' }])
})

test('a schema is written as a type', () => {
  const schema = {
    type: 'object',
    required: ['id', 'tags'],
    properties: {
      id: { type: 'string', maxLength: 100 },
      tags: { type: 'array', items: { type: 'string' } },
      state: { enum: ['draft', 'published'] },
      at: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] },
      section: { $ref: '#/components/schemas/SectionView' },
      inner: { type: 'object', properties: { deep: { const: true } } },
    },
  }
  assert.equal(
    schemaText(schema),
    `{
  id: string (max. 100)
  tags: string[]
  state?: "draft" | "published"
  at?: string (date-time) | null
  section?: SectionView
  inner?: {
    deep?: true
  }
}`,
  )
})

test('a schema that contains itself has an end', () => {
  const schema: Record<string, unknown> = { type: 'array' }
  schema.items = schema
  assert.match(schemaText(schema), /^…(\[\])+$/)
})

test('the page shows every operation, in French, with nothing to run, and does not trust what services write', () => {
  const hostile = document('content', { '<b>': { type: 'string' } })
  Object.assign(hostile.paths, {
    '/api/content/<script>': { post: { summary: '<img>', tags: ['content'], parameters: 'none', responses: 7 } },
  })
  const page = docsPage(mergeDocuments([hostile], url))
  assert.match(page, /<html lang="fr">/)
  assert.match(page, /GET \/api\/content\/things/)
  assert.match(page, /POST \/api\/content\/&lt;script&gt;/)
  assert.doesNotMatch(page, /<script|<img|<b>/)
})
