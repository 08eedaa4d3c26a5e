import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aFakeFetch, aSession } from '../testing/fakes.ts'
import { createApiClient } from './api-client.ts'
import { ApiError, ConflictError } from './api-error.ts'

const failure = async (work: Promise<unknown>): Promise<ApiError> => {
  try {
    await work
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error('It should have failed')
}
const problem = (status: number, code: string, more: object = {}) => ({
  status,
  body: { code, detail: 'Refusé.', ...more },
})

test('a change carries the token of the session, the version it replaces and the key of its form', async () => {
  const { fetch, sent } = aFakeFetch({}, {})
  const api = createApiClient({ fetch, session: aSession() })
  await api.send({ method: 'PUT', path: '/api/content/articles/a', body: { title: 'é' }, ifMatch: 3 })
  await api.send({ method: 'POST', path: '/api/content/articles', body: {}, idempotencyKey: 'k' })
  assert.equal(sent[0]?.headers.get('x-csrf-token'), 'csrf-1')
  assert.equal(sent[0]?.headers.get('if-match'), '"3"')
  assert.deepEqual(sent[0]?.body, { title: 'é' })
  assert.equal(sent[1]?.headers.get('idempotency-key'), 'k')
})

test('reading carries no token; filters with several values are repeated, empty ones left out', async () => {
  const { fetch, sent } = aFakeFetch({})
  await createApiClient({ fetch, session: aSession() }).send({
    path: '/x',
    query: { state: ['draft', 'scheduled'], q: '', page: 2 },
  })
  assert.equal(sent[0]?.url, '/x?state=draft&state=scheduled&page=2')
  assert.equal(sent[0]?.headers.has('x-csrf-token'), false)
})

test('a token that changed in another tab is asked for again, once', async () => {
  const changed = aFakeFetch(problem(403, 'csrf.refused'), {})
  const session = aSession(['csrf-1', 'csrf-2'])
  await createApiClient({ fetch: changed.fetch, session }).send({ method: 'POST', path: '/x', body: {} })
  assert.deepEqual(
    changed.sent.map(({ headers }) => headers.get('x-csrf-token')),
    ['csrf-1', 'csrf-2'],
  )

  const same = aFakeFetch(problem(403, 'csrf.refused'))
  const error = await failure(
    createApiClient({ fetch: same.fetch, session: aSession() }).send({ method: 'POST', path: '/x' }),
  )
  assert.equal(error.code, 'csrf.refused')
  assert.equal(same.sent.length, 1)
})

test('a session that ended is told to the page, and the text is said to be kept', async () => {
  const session = aSession()
  const { fetch } = aFakeFetch(problem(401, 'auth.required'))
  const error = await failure(createApiClient({ fetch, session }).send({ path: '/x' }))
  assert.equal(session.calls.expired, 1)
  assert.match(error.message, /Reconnectez-vous.*Votre texte est gardé/)
})

test('when somebody else saved first, the stored version comes with the error', async () => {
  const { fetch } = aFakeFetch(problem(412, 'version.stale', { current: { id: 'a', version: 4 } }))
  const error = await failure(
    createApiClient({ fetch, session: aSession() }).send({ method: 'PUT', path: '/x', body: {} }),
  )
  assert.ok(error instanceof ConflictError)
  assert.deepEqual(error.current, { id: 'a', version: 4 })
})

test('each refusal has a sentence in French and in plain words', async () => {
  const said = async (status: number, body: object = {}, headers: Record<string, string> = {}) => {
    const { fetch } = aFakeFetch({ status, body, headers })
    return (await failure(createApiClient({ fetch, session: aSession() }).send({ path: '/x' }))).message
  }
  assert.equal(await said(409, { detail: 'Cet article est archivé.' }), 'Cet article est archivé.')
  assert.match(await said(403), /n’a pas le droit/)
  assert.match(await said(404), /n’existe pas/)
  assert.match(await said(429, {}, { 'retry-after': '12' }), /Réessayez dans 12\u00a0secondes/)
  assert.match(await said(429), /Réessayez dans un instant/)
  assert.equal(await said(503), 'Ce service est indisponible pour le moment. Votre texte est gardé.')
  const away = 'Le service de connexion ne répond pas. Vous n’êtes pas déconnecté.'
  assert.equal(await said(503, { detail: away }), `${away} Votre texte est gardé.`)
  assert.match(await said(418), /refusée/)
})

test('a fault of the server never shows its detail, only a reference', async () => {
  const { fetch } = aFakeFetch({ status: 500, body: { code: 'internal', detail: 'stack trace', requestId: 'r-1' } })
  const { message } = await failure(createApiClient({ fetch, session: aSession() }).send({ path: '/x' }))
  assert.doesNotMatch(message, /stack/)
  assert.match(message, /r-1/)
})

test('without network it says so, with the code “offline”', async () => {
  const { fetch } = aFakeFetch('offline')
  const error = await failure(createApiClient({ fetch, session: aSession() }).send({ path: '/x' }))
  assert.equal(error.status, 0)
  assert.equal(error.code, 'offline')
})

test('a page of a proxy in place of a problem is still an error with a sentence', async () => {
  const fetch = async () => new Response('<html>', { status: 502 })
  const error = await failure(createApiClient({ fetch, session: aSession() }).send({ path: '/x' }))
  assert.equal(error.code, 'http.502')
  assert.match(error.message, /serveur/)
})

test('an empty answer is no fault', async () => {
  const { fetch } = aFakeFetch({ status: 204 })
  assert.equal(
    await createApiClient({ fetch, session: aSession() }).send({ method: 'DELETE', path: '/x', ifMatch: 1 }),
    undefined,
  )
})
