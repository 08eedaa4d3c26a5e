import assert from 'node:assert/strict'
import { test } from 'node:test'
import { send } from '../support/http.ts'
import { asBrowser, assertProblem, assertRefusingPage } from '../support/problems.ts'
import { sendRaw } from '../support/raw.ts'
import { anySearch } from './queries.ts'
import { rawRequests } from './raw-requests.ts'
import type { Stage } from './stage.ts'
import { ambiguousTargets, lostApiTargets, lostTargets } from './targets.ts'

/** What is asked: addresses, hosts, methods, and what is hardly HTTP. */
export function badAddresses({ platform, editor }: Stage): void {
  test('whatever people type into the search is an answer', async () => {
    for (const typed of anySearch) {
      const q = encodeURIComponent(typed.toWellFormed())
      const answer = await send(platform, `/api/search?q=${q}`)
      assert.equal(answer.status, 200, `${typed}: ${answer.body}`)
      assert.equal(
        (await send(platform, `/api/search/suggestions?q=${q.slice(0, 90).replace(/%.?$/, '')}`)).status,
        200,
        typed,
      )
      const page = await send(platform, `/recherche?q=${q}`, { headers: asBrowser })
      assert.equal(page.status, 200, typed)
      assert.ok(!page.body.replace(/"[^"]*"/g, '""').includes('<script>alert'), 'markup stays text')
    }
  })

  test('an address that may be read in two ways is read in none', async () => {
    for (const target of ambiguousTargets) {
      assertProblem(await send(platform, target), 400, 'request.malformed', target)
      assertRefusingPage(await send(platform, target, { headers: asBrowser }), target)
    }
  })

  test('an address that leads nowhere says so on a page of the site, and in the API as a problem', async () => {
    for (const target of lostTargets) {
      const answer = await send(platform, target, { headers: asBrowser })
      assert.equal(answer.status, 404, target)
      assertRefusingPage(answer, target)
    }
    for (const target of lostApiTargets)
      assertProblem(await send(platform, target, { headers: asBrowser }), 404, 'not-found', target)
  })

  test('ids that cannot exist do not exist', async () => {
    for (const id of [
      '__proto__',
      'constructor',
      '..',
      '%00',
      '%ff',
      'A',
      "'",
      '%7B%22$ne%22%3Anull%7D',
      'x'.repeat(5_000),
      '%F0%9F%9A%80',
    ]) {
      const answer = await editor.send(`/api/content/articles/${id}`)
      assertProblem(answer, undefined, undefined, id)
      assert.ok([400, 404].includes(answer.status), `${id} ${answer.status}`)
    }
  })

  test('methods that an address does not know are refused, those it knows are named', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await editor.send('/api/content/sites', { method })
      assertProblem(answer, 405, 'method-not-allowed', method)
      assert.equal(answer.headers.allow, 'GET, HEAD')
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      assert.equal((await send(platform, '/habiter', { method, headers: asBrowser })).status, 405, method)
  })

  test('an unknown host is nobody’s, and what a client says of hosts and sites is not believed', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      'xlocalhost',
      '0.0.0.0',
      '[::1]',
      'localhost:1:2',
      'xn--lcalhost-7ig',
    ]) {
      assertProblem(await send(platform, '/', { host }), 421, 'host.unknown', host)
      assertRefusingPage(await send(platform, '/', { host, headers: asBrowser }), host)
    }
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-pmq-site': 'scic',
      forwarded: 'host=evil.example',
      'x-original-url': '/admin/',
      'x-http-method-override': 'DELETE',
    }
    const { status, body } = await send(platform, '/', { headers: { ...asBrowser, ...headers } })
    assert.equal(status, 200)
    assert.doesNotMatch(body, /evil\.example/)
    assert.match(body, /data-site="portal"/)
  })

  test('what is hardly HTTP is refused with a problem, or closed', async () => {
    for (const { name, bytes, status } of rawRequests) {
      const answer = await sendRaw(platform, bytes)
      assert.equal(answer.status, status, `${name}: ${JSON.stringify(answer).slice(0, 300)}`)
      if (status > 0) assertProblem(answer, status, undefined, name)
    }
  })
}
