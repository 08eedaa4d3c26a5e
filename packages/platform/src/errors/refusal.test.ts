import assert from 'node:assert/strict'
import test from 'node:test'
import { problemOf } from '../http/problem.ts'
import { found, Refusal, refused, stale } from './refusal.ts'

test('each kind of refusal has its status and keeps its code, its French words and what it adds', () => {
  assert.deepEqual(problemOf(refused('article.archived', 'Cet article est archivé.', { photos: 2 })), {
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    code: 'article.archived',
    detail: 'Cet article est archivé.',
    photos: 2,
  })
  assert.equal(problemOf(stale({ version: 3 })).status, 412)
  assert.deepEqual(problemOf(stale({ version: 3 })).current, { version: 3 })
})

test('a server that is away is 503, anything unexpected 500, and neither tells why', () => {
  const away = Object.assign(new Error('connect 10.0.0.7'), { name: 'MongoServerSelectionError' })
  assert.equal(problemOf(away).status, 503)
  assert.equal(problemOf(new TypeError('x is undefined')).status, 500)
  for (const error of [away, new TypeError('x is undefined')])
    assert.ok(!/10\.0|undefined/.test(JSON.stringify(problemOf(error))))
})

test('what is not there is refused as not found', () => {
  assert.equal(found(0), 0)
  assert.throws(
    () => found(undefined),
    (error) => error instanceof Refusal && error.kind === 'not-found',
  )
})
