import assert from 'node:assert/strict'
import test from 'node:test'
import { Router } from 'express'
import { z } from 'zod'
import { type Identity, TokenRefused } from '../auth/index.ts'
import { refused, stale } from '../errors/index.ts'
import { silentLog } from '../log/index.ts'
import type { Idempotency } from './idempotency.ts'
import { inProcessFetch } from './in-process-fetch.ts'
import { listQuery } from './list-query.ts'
import { openApiOf } from './openapi.ts'
import { anyOf, anyone, signedIn } from './permission.ts'
import { problem, route } from './route.ts'
import { serveRoutes } from './serve-routes.ts'

const people: Record<string, Identity> = {
  editor: { subject: 'e', name: 'Camille', username: 'editor', roles: ['editor'] },
  admin: { subject: 'a', name: 'Alix', username: 'admin', roles: ['admin'] },
  viewer: { subject: 'v', name: 'Lou', username: 'viewer', roles: ['viewer'] },
}

function memoryIdempotency(): Idempotency {
  const kept = new Map<string, { fingerprint: string; answer?: { status: number; body: unknown } }>()
  return {
    async begin(key, fingerprint) {
      const row = kept.get(key)
      if (!row) kept.set(key, { fingerprint })
      if (row && row.fingerprint !== fingerprint) throw refused('idempotency.reused', '')
      return row?.answer
    },
    async complete(key, answer) {
      kept.set(key, { fingerprint: kept.get(key)?.fingerprint ?? '', answer })
    },
    async abandon(key) {
      kept.delete(key)
    },
    abandonAll: async () => undefined,
    forgetBefore: async () => 0,
  }
}

let created = 0
let kept = Object.freeze({ names: ['x'] })
const thing = z.object({ id: z.string(), version: z.int(), name: z.string() })
const routes = [
  route('GET /things', {
    title: 'List',
    allow: anyone,
    query: z.strictObject({ ...listQuery(['name'], 'name'), colour: z.array(z.string()).optional() }),
    answers: { 200: z.object({ query: z.unknown() }) },
    handle: async ({ query }) => ({ query }),
  }),
  route('GET /things/latest', {
    title: 'Latest',
    allow: anyone,
    answers: { 200: thing },
    dependsOn: () => ['things', 'names'],
    handle: async () => ({ id: 'latest', version: 1, name: 'x' }),
  }),
  route('GET /things/kept', {
    title: 'Kept',
    allow: anyone,
    answers: { 200: z.object({ names: z.array(z.string()) }) },
    dependsOn: () => ['things'],
    handle: async () => kept,
  }),
  route('GET /things/{id}', {
    title: 'Read',
    allow: signedIn,
    params: z.object({ id: z.string().regex(/^[a-z]+$/) }),
    answers: { 200: thing },
    handle: async ({ params }) => ({ id: params.id, version: 7, name: 'x' }),
  }),
  route('POST /things', {
    title: 'Create',
    allow: anyOf('editor'),
    idempotent: true,
    body: z.strictObject({ name: z.string().min(1) }),
    answers: { 201: thing, 409: problem('thing.taken') },
    async handle({ body, newId }) {
      if (body.name === 'taken') throw refused('thing.taken', 'Déjà pris.')
      if (body.name === 'boom') throw new Error('secret detail')
      created += 1
      return { id: newId(), version: 1, name: body.name }
    },
  }),
  route('PUT /things/{id}', {
    title: 'Save',
    allow: anyOf('editor'),
    needsVersion: true,
    params: z.object({ id: z.string() }),
    body: z.strictObject({ name: z.string() }),
    answers: { 200: thing },
    async handle({ params, ifMatch, body }) {
      if (ifMatch !== 7) throw stale({ id: params.id, version: 7, name: 'theirs' })
      return { id: params.id, version: 8, name: body.name }
    },
  }),
  route('DELETE /things/{id}', {
    title: 'Delete',
    allow: anyOf('admin'),
    params: z.object({ id: z.string() }),
    answers: { 204: null },
    handle: async () => undefined,
  }),
]

const app = Router()
app.use(
  '/api/demo',
  serveRoutes(routes, {
    service: 'demo',
    log: silentLog(),
    idempotency: memoryIdempotency(),
    bodyLimit: 2000,
    checkAnswers: true,
    verifier: {
      async verify(token) {
        const person = people[token]
        if (!person) throw new TokenRefused(token === 'expired' ? 'auth.token-expired' : 'auth.token-invalid')
        return person
      },
    },
  }),
)
const api = inProcessFetch(app)
const as = (who: string, headers: Record<string, string> = {}) => ({
  authorization: `Bearer ${who}`,
  'content-type': 'application/json',
  ...headers,
})
const post = (body: unknown, headers = as('editor')) =>
  api('/api/demo/things', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })

async function refusedWith(answer: Response, status: number, code: string) {
  assert.equal(answer.status, status)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
  const body = (await answer.json()) as Record<string, unknown>
  assert.equal(body.code, code)
  assert.equal(body.status, status)
  assert.ok(String(body.detail).length > 5)
  return body
}

test('a list takes its page, its sort and filters that may be repeated', async () => {
  const answer = await api('/api/demo/things?page=2&perPage=10&sort=-name&colour=red&colour=blue&q=abc')
  assert.deepEqual(await answer.json(), {
    query: { page: 2, perPage: 10, sort: '-name', q: 'abc', colour: ['red', 'blue'] },
  })
  assert.deepEqual(
    ((await (await api('/api/demo/things?colour=red')).json()) as { query: { colour: unknown } }).query.colour,
    ['red'],
  )
})

test('an unknown, repeated or operator-like parameter is refused', async () => {
  for (const query of [
    'nope=1',
    'page=1&page=2',
    'q[$gt]=',
    'colour[$ne]=x',
    'page=0',
    'page=1e9',
    'perPage=101',
    'sort=secret',
    '__proto__=1',
    '__proto__=1&__proto__=2',
    'constructor=1',
  ]) {
    const body = await refusedWith(await api(`/api/demo/things?${query}`), 422, 'request.invalid')
    assert.ok(Array.isArray(body.errors), query)
  }
})

test('a fixed path wins over a parameter', async () => {
  assert.equal(((await (await api('/api/demo/things/latest')).json()) as { id: string }).id, 'latest')
})

test('what anyone may read says what it is made of, to whom did not sign in, and may be kept', async () => {
  const kept = await api('/api/demo/things/latest')
  assert.equal(kept.headers.get('x-pmq-depends-on'), 'things names')
  assert.equal(kept.headers.get('cache-control'), 'no-cache')
  const own = await api('/api/demo/things/latest', { headers: as('viewer') })
  assert.equal(own.headers.get('x-pmq-depends-on'), null)
  assert.equal(own.headers.get('cache-control'), 'no-store')
})

test('what only some may read cannot be declared as kept for everybody', () => {
  const declare = () =>
    route('GET /secrets', {
      title: 'Secrets',
      allow: signedIn,
      answers: { 200: z.object({}) },
      dependsOn: () => ['secrets'],
      handle: async () => ({}),
    })
  assert.throws(declare, /anyone/)
})

test('an answer with a version carries it as its ETag', async () => {
  const answer = await api('/api/demo/things/abc', { headers: as('viewer') })
  assert.equal(answer.headers.get('etag'), '"7"')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('who did not sign in is asked to; who has another role is refused; an administrator may', async () => {
  await refusedWith(await api('/api/demo/things/abc'), 401, 'auth.required')
  await refusedWith(await post({ name: 'x' }, as('viewer')), 403, 'auth.forbidden')
  assert.equal((await post({ name: 'x' }, as('admin'))).status, 201)
})

test('a token that is expired, forged or no token at all is refused, even where nobody needs to sign in', async () => {
  await refusedWith(await api('/api/demo/things', { headers: as('expired') }), 401, 'auth.token-expired')
  await refusedWith(await api('/api/demo/things', { headers: as('forged') }), 401, 'auth.token-invalid')
  await refusedWith(
    await api('/api/demo/things', { headers: { authorization: 'Basic abc' } }),
    401,
    'auth.token-invalid',
  )
})

test('permission is checked before the body is read', async () => {
  await refusedWith(await post('{broken', as('viewer')), 403, 'auth.forbidden')
})

test('a body that is not JSON, too deep, too large, of another type or with unknown fields is refused by name', async () => {
  await refusedWith(await post('{broken'), 400, 'request.malformed')
  await refusedWith(await post('['.repeat(900) + ']'.repeat(900)), 400, 'request.malformed')
  await refusedWith(await post({ name: 'x'.repeat(3000) }), 413, 'request.too-large')
  await refusedWith(
    await post('name=x', as('editor', { 'content-type': 'application/x-www-form-urlencoded' })),
    415,
    'request.unsupported-media-type',
  )
  // Whatever is in it, and however much: packed contents are not unpacked.
  const packed = await post({ name: 'x' }, as('editor', { 'content-encoding': 'gzip' }))
  await refusedWith(packed, 415, 'request.unsupported-media-type')
  await refusedWith(await post({ name: 'x', extra: 1 }), 422, 'request.invalid')
  await refusedWith(await post('{"name":"x","__proto__":{"admin":true}}'), 422, 'request.invalid')
  await refusedWith(await post({ name: { $gt: '' } }), 422, 'request.invalid')
  await refusedWith(await post('"text"'), 422, 'request.invalid')
  await refusedWith(await post(''), 422, 'request.invalid')
})

test('an id that cannot exist does not exist', async () => {
  await refusedWith(await api('/api/demo/things/A%00B', { headers: as('viewer') }), 404, 'not-found')
  await refusedWith(await api('/api/demo/nothing-here'), 404, 'not-found')
})

test('a method that is not served names those that are', async () => {
  const answer = await api('/api/demo/things', { method: 'DELETE', headers: as('admin') })
  assert.equal(answer.headers.get('allow'), 'GET, HEAD, POST')
  await refusedWith(answer, 405, 'method-not-allowed')
})

test('an unexpected failure says nothing of its cause', async () => {
  const body = await refusedWith(await post({ name: 'boom' }), 500, 'internal')
  assert.ok(!JSON.stringify(body).includes('secret'))
})

test('a creation sent twice with one key happens once and answers the same', async () => {
  const before = created
  const key = as('editor', { 'idempotency-key': 'form-1' })
  const [first, second] = [await post({ name: 'once' }, key), await post({ name: 'once' }, key)]
  assert.deepEqual(await first.json(), await second.json())
  assert.equal(second.status, 201)
  assert.equal(created, before + 1)
})

test('a key belongs to the person who used it', async () => {
  const before = created
  await post({ name: 'mine' }, as('editor', { 'idempotency-key': 'shared' }))
  await post({ name: 'mine' }, as('admin', { 'idempotency-key': 'shared' }))
  assert.equal(created, before + 2)
})

test('saving needs the version it was decided on, and an old one is told what is stored now', async () => {
  const put = (headers: Record<string, string>) =>
    api('/api/demo/things/abc', { method: 'PUT', headers: as('editor', headers), body: '{"name":"mine"}' })
  await refusedWith(await put({}), 428, 'version.required')
  await refusedWith(await put({ 'if-match': '*' }), 428, 'version.required')
  const conflict = await refusedWith(await put({ 'if-match': '"6"' }), 412, 'version.stale')
  assert.deepEqual(conflict.current, { id: 'abc', version: 7, name: 'theirs' })
  assert.equal((await put({ 'if-match': '"7"' })).headers.get('etag'), '"8"')
})

test('an answer that does not fit its schema is our fault, not a leak', async () => {
  const broken = Router().use(
    serveRoutes(
      [
        route('GET /x', {
          title: 'x',
          allow: anyone,
          answers: { 200: z.object({ n: z.int() }) },
          handle: async () => ({ n: 'text' }),
        }),
      ],
      {
        service: 'x',
        log: silentLog(),
        idempotency: memoryIdempotency(),
        checkAnswers: true,
        verifier: { verify: async () => people.admin as Identity },
      },
    ),
  )
  await refusedWith(await inProcessFetch(broken)('/x'), 500, 'internal')
})

test('the API document has every route with its parameters, bodies and problems', () => {
  const document = openApiOf('demo', routes)
  const put = document.paths['/api/demo/things/{id}']?.put as {
    responses: Record<string, { description: string }>
    parameters: { name: string }[]
  }
  assert.deepEqual(
    put.parameters.map(({ name }) => name),
    ['id', 'If-Match'],
  )
  assert.match(put.responses[412]?.description ?? '', /version\.stale/)
  const list = document.paths['/api/demo/things']?.get as { parameters: { name: string; explode?: boolean }[] }
  assert.equal(list.parameters.find(({ name }) => name === 'colour')?.explode, true)
})

test('a path that names what its schema does not is refused when it is declared', () => {
  assert.throws(
    () => route('GET /a/{b}', { title: '', allow: anyone, answers: {}, handle: async () => undefined }),
    /params declare/,
  )
})

test('whoever has what is kept in memory is told so, until it changes', async () => {
  const first = await api('/api/demo/things/kept')
  const etag = first.headers.get('etag') ?? ''
  assert.match(etag, /^"[\w-]{22}"$/)
  const again = await api('/api/demo/things/kept', { headers: { 'if-none-match': etag } })
  assert.deepEqual([again.status, await again.text(), again.headers.get('etag')], [304, '', etag])
  assert.equal(again.headers.get('x-pmq-depends-on'), 'things')
  kept = Object.freeze({ names: ['y'] })
  const changed = await api('/api/demo/things/kept', { headers: { 'if-none-match': etag } })
  assert.deepEqual([changed.status, await changed.json()], [200, { names: ['y'] }])
})

test('the version of an aggregate stands for no answer: what is around it may have changed', async () => {
  const { status } = await api('/api/demo/things/latest', { headers: { 'if-none-match': '"1"' } })
  assert.equal(status, 200)
})
