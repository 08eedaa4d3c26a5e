import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import type { Request, Response } from 'express'
import { startGateway, type TestGateway } from '../testing/start-gateway.ts'

let gateway: TestGateway
afterEach(() => gateway.close())

/** A web front that works until it is told to fail, and a clock that the test turns. */
async function setUp(env: Record<string, string> = {}) {
  let now = Date.parse('2026-01-15T08:00:00Z')
  const web = { failing: undefined as number | undefined, rendered: 0 }
  const handle = (_req: Request, res: Response) => {
    web.rendered += 1
    if (web.failing !== undefined) return void res.status(web.failing).type('html').send('<p>panne</p>')
    res.setHeader('x-pmq-depends-on', 'article:1')
    res.type('html').send(`<p>version ${web.rendered}</p>`)
  }
  gateway = await startGateway({
    upstreams: { services: {}, web: { handle } },
    env: { PAGE_CACHE_MAX_AGE: '600', PAGE_CACHE_STALE_IF_ERROR: '3600', ...env },
    clock: () => new Date(now),
  })
  const client = gateway.client()
  return {
    web,
    read: () => client.send('/a'),
    later(seconds: number) {
      now += seconds * 1_000
    },
  }
}

test('a page that is too old and cannot be rendered anew is shown as it was', async () => {
  const { web, read, later } = await setUp()
  await read()
  later(700)
  for (const status of [500, 503, 504]) {
    web.failing = status
    later(60)
    const answer = await read()
    assert.equal(answer.status, 200)
    assert.equal(answer.body, '<p>version 1</p>')
    assert.equal(answer.headers['retry-after'], undefined)
  }
})

test('while rendering fails, it is tried again every ten seconds only, and the new page is shown once it works', async () => {
  const { web, read, later } = await setUp()
  await read()
  later(700)
  web.failing = 503
  for (let time = 0; time < 20; time += 1) await read()
  assert.equal(web.rendered, 2)
  later(11)
  web.failing = undefined
  assert.equal((await read()).body, '<p>version 3</p>')
})

test('a page that has changed is not shown any more, whatever fails', async () => {
  const { web, read, later } = await setUp()
  await read()
  later(700)
  web.failing = 503
  gateway.bus.tell({ type: 'content.article.archived', subject: '1', data: { site: 'portal' } })
  const answer = await read()
  assert.equal(answer.status, 503)
  assert.equal(answer.body, '<p>panne</p>')
})

test('an old page is shown for a limited time, and never when that time is set to nothing', async () => {
  const limited = await setUp()
  await limited.read()
  limited.later(600 + 3600)
  limited.web.failing = 503
  assert.equal((await limited.read()).status, 503)
  await gateway.close()

  const none = await setUp({ PAGE_CACHE_STALE_IF_ERROR: '0' })
  await none.read()
  none.later(601)
  none.web.failing = 503
  assert.equal((await none.read()).status, 503)
})

test('an address that has moved or gone is no failure: the old page is not shown in its place', async () => {
  const { web, read, later } = await setUp()
  await read()
  later(700)
  web.failing = 404
  assert.equal((await read()).status, 404)
})
