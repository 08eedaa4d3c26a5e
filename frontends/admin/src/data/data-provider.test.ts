import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ApiError, createApiClient } from '../http/index.ts'
import { aFakeFetch, aSession } from '../testing/fakes.ts'
import { anArticle, sectionsOf } from '../testing/fixture-data.ts'
import { createDataProvider } from './data-provider.ts'

function aProvider(...answers: Parameters<typeof aFakeFetch>) {
  const { fetch, sent } = aFakeFetch(...answers)
  return { provider: createDataProvider(createApiClient({ fetch, session: aSession() })), sent }
}
const list = (items: unknown[], total = items.length) => ({ body: { items, total } })

test('a list of articles is filtered, sorted and cut by the service', async () => {
  const { provider, sent } = aProvider(list([anArticle()], 59))
  const found = await provider.getList('articles', {
    filter: { state: 'draft', site: 'portal' },
    sort: { field: 'updatedAt', order: 'DESC' },
    pagination: { page: 2, perPage: 25 },
  })
  assert.equal(sent[0]?.url, '/api/content/articles?state=draft&site=portal&page=2&perPage=25&sort=-updatedAt')
  assert.equal(found.total, 59)
})

test('a small collection is read page by page, then asked here', async () => {
  const many = Array.from({ length: 100 }, (_, index) => ({ id: String(index), name: `Commune ${index}` }))
  const { provider, sent } = aProvider(list(many, 101), list([{ id: 'z', name: 'Zèbre' }], 101))
  const found = await provider.getList('communes', {
    filter: { q: 'zebre' },
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'name', order: 'ASC' },
  })
  assert.deepEqual(
    sent.map(({ url }) => url),
    ['/api/content/communes?page=1&perPage=100', '/api/content/communes?page=2&perPage=100'],
  )
  assert.deepEqual(found, { data: [{ id: 'z', name: 'Zèbre' }], total: 1 })
})

test('collections without pages are asked without any parameter, which their service would refuse', async () => {
  const { provider, sent } = aProvider(list([{ id: 'viable' }]))
  await provider.getList('axes', {
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'id', order: 'DESC' },
    filter: {},
  })
  assert.equal(sent[0]?.url, '/api/content/axes')
})

test('the sections of one site are asked of the service', async () => {
  const { provider, sent } = aProvider(list(sectionsOf().filter(({ site }) => site === 'heritage')))
  const { data } = await provider.getList('sections', {
    filter: { site: 'heritage' },
    pagination: { page: 1, perPage: 5_000 },
  })
  assert.equal(sent[0]?.url, '/api/content/sections?site=heritage&page=1&perPage=100')
  assert.equal(data.length, 2)
})

test('a save sends the fields of the contract over the version it began from', async () => {
  const article = anArticle()
  const { provider, sent } = aProvider({ body: { ...article, version: 4 } })
  const { data } = await provider.update('articles', {
    id: article.id,
    data: { ...article, title: 'Neuf' },
    previousData: article,
  })
  assert.equal(sent[0]?.method, 'PUT')
  assert.equal(sent[0]?.headers.get('if-match'), '"3"')
  const body = sent[0]?.body as Record<string, unknown>
  assert.equal(body.title, 'Neuf')
  assert.equal('version' in body, false)
  assert.equal(data.version, 4)
})

const refusalOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason) => reason,
  )
  assert.ok(error instanceof ApiError)
  return error
}

test('faults that the service found are put on the fields of the form', async () => {
  const problem = {
    code: 'request.invalid',
    detail: 'À reprendre.',
    errors: [{ path: 'tags.0', message: 'Trop long.' }],
  }
  const { provider } = aProvider({ status: 422, body: problem })
  const article = anArticle()
  const error = await refusalOf(provider.update('articles', { id: article.id, data: article, previousData: article }))
  assert.deepEqual(error.body.errors, { tags: 'Ligne 1\u00a0: Trop long.' })
})

test('a rule that one field breaks is said at that field', async () => {
  const { provider } = aProvider({ status: 409, body: { code: 'slug.taken', detail: 'Adresse prise.' } })
  const error = await refusalOf(provider.create('articles', { data: anArticle(), meta: { idempotencyKey: 'k' } }))
  assert.deepEqual(error.body.errors, { slug: 'Adresse prise.' })
})

test('a creation tried again keeps its key', async () => {
  const { provider, sent } = aProvider('offline', { status: 201, body: anArticle() })
  const params = { data: anArticle(), meta: { idempotencyKey: 'k1' } }
  await refusalOf(provider.create('articles', params))
  await provider.create('articles', params)
  assert.deepEqual(
    sent.map(({ headers }) => headers.get('idempotency-key')),
    ['k1', 'k1'],
  )
})

test('when the first try had arrived and the text was edited since, the newer text is saved over it, and nothing is doubled', async () => {
  const reused = { status: 422, body: { code: 'idempotency.reused', detail: 'Déjà servie.' } }
  const { provider, sent } = aProvider(
    'offline',
    reused,
    { status: 201, body: anArticle({ id: 'a9', version: 1 }) },
    { body: anArticle({ id: 'a9', version: 2 }) },
  )
  const meta = { idempotencyKey: 'k1' }
  await refusalOf(provider.create('articles', { data: anArticle({ title: 'Un' }), meta }))
  const { data } = await provider.create('articles', { data: anArticle({ title: 'Deux' }), meta })
  assert.deepEqual(
    sent.map(({ method, body }) => `${method} ${(body as { title: string }).title}`),
    ['POST Un', 'POST Deux', 'POST Un', 'PUT Deux'],
  )
  assert.equal(sent[3]?.headers.get('if-match'), '"1"')
  assert.equal(data.version, 2)
})

test('commands on an article carry its version, and only the dates that matter', async () => {
  const { provider, sent } = aProvider(
    { body: anArticle() },
    { body: anArticle() },
    { body: anArticle() },
    { body: anArticle() },
  )
  await provider.command('a', 3, { is: 'publish', at: '2026-12-01T08:00:00.000Z', withdrawAt: null })
  await provider.command('a', 4, { is: 'withdraw' })
  await provider.command('a', 5, { is: 'archive' })
  await provider.command('a', 6, { is: 'restore' })
  assert.deepEqual(
    sent.map(({ method, url, headers }) => `${method} ${url} ${headers.get('if-match')}`),
    [
      'POST /api/content/articles/a/publication "3"',
      'DELETE /api/content/articles/a/publication "4"',
      'POST /api/content/articles/a/archiving "5"',
      'DELETE /api/content/articles/a/archiving "6"',
    ],
  )
  assert.deepEqual(sent[0]?.body, { at: '2026-12-01T08:00:00.000Z', withdrawAt: null })
})

test('dead letters of all services are put together, newest first', async () => {
  const { provider } = aProvider(
    list([{ name: 'content' }, { name: 'search' }]),
    list([{ id: 'c', lastAt: '2026-11-20' }]),
    list([{ id: 's', lastAt: '2026-11-21' }]),
  )
  const { data } = await provider.getList('dead-letters', {
    pagination: { page: 1, perPage: 10 },
    sort: { field: 'lastAt', order: 'DESC' },
  })
  assert.deepEqual(
    data.map(({ id, service }) => `${service}/${id}`),
    ['search/s', 'content/c'],
  )
})

test('a deletion names the version it deletes; many at once are refused', async () => {
  const { provider, sent } = aProvider({ status: 204 })
  await provider.delete('articles', { id: 'a', previousData: anArticle() })
  assert.equal(sent[0]?.headers.get('if-match'), '"3"')
  await assert.rejects(provider.deleteMany('articles', { ids: ['a', 'b'] }))
})
