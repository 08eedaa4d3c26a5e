import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ApiUnavailable, createApiClient, type KeptViews } from './api-client.ts'

/** An API with one view, which says how it was asked and what it answered. */
function api() {
  const state = { names: ['a'], answers: [] as number[] }
  const answer = (status: number, body: string | null, etag: string) => {
    state.answers.push(status)
    return new Response(body, { status, headers: { etag } })
  }
  const ask = async (_path: string, init?: RequestInit) => {
    const etag = `"${state.names.join()}"`
    const known = new Headers(init?.headers).get('if-none-match')
    return known === etag ? answer(304, null, etag) : answer(200, JSON.stringify({ names: state.names }), etag)
  }
  const kept: KeptViews = new Map()
  return { state, kept, page: () => createApiClient(ask, { requestId: 'r', kept }) }
}

test('a view that every page reads is sent once, until it changes', async () => {
  const { state, page } = api()
  const first = await page().getKept('/tree')
  assert.equal(await page().getKept('/tree'), first)
  state.names = ['b']
  assert.deepEqual(await page().getKept('/tree'), { names: ['b'] })
  assert.deepEqual(state.answers, [200, 304, 200])
})

test('no page can change what all pages see', async () => {
  const { page } = api()
  const { names } = await page().getKept<{ names: string[] }>('/tree')
  assert.throws(() => names.push('mine'), TypeError)
})

test('other views are not kept', async () => {
  const { state, kept, page } = api()
  await page().get('/page')
  await page().get('/page')
  assert.deepEqual([state.answers, kept.size], [[200, 200], 0])
})

test('“not modified” without having been asked is no answer', async () => {
  const client = createApiClient(async () => new Response(null, { status: 304 }), { requestId: 'r' })
  await assert.rejects(client.get('/page'), (error: ApiUnavailable) => error.code === 'api.unavailable')
})
