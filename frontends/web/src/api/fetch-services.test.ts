import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fetchServices } from './fetch-services.ts'

const urls = { content: 'http://content:3001', search: 'http://search:3002' }

test('each service is called at its own address', async () => {
  const called: string[] = []
  const api = fetchServices(urls, async (url) => {
    called.push(String(url))
    return new Response('{}')
  })
  await api('/api/content/sites/portal?a=1')
  await api('/api/search?q=moulin')
  assert.deepEqual(called, [
    'http://content:3001/api/content/sites/portal?a=1',
    'http://search:3002/api/search?q=moulin',
  ])
  await assert.rejects(api('/api/nobody'), /nobody/)
})

test('a connection that was closed is tried once more, and no oftener', async () => {
  let calls = 0
  const api = fetchServices(urls, async () => {
    calls += 1
    if (calls === 2) return new Response('{}')
    throw new TypeError('fetch failed')
  })
  assert.equal((await api('/api/search')).status, 200)
  await assert.rejects(
    api('/api/search').then(() => api('/api/search')),
    /fetch failed/,
  )
  assert.equal(calls, 4)
})

test('a page that has waited long enough does not wait again', async () => {
  let calls = 0
  const api = fetchServices(urls, async () => {
    calls += 1
    throw new DOMException('late', 'TimeoutError')
  })
  await assert.rejects(api('/api/search', { signal: AbortSignal.abort() }), /late/)
  assert.equal(calls, 1)
})
