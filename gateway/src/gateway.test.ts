import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startGateway, type TestGateway } from './testing/start-gateway.ts'

let gateway: TestGateway
before(async () => {
  gateway = await startGateway()
})
after(() => gateway.close())

type Problem = { status: number; code: string; requestId: string }

test('somebody signs in at the provider, works, and signs out there too', async () => {
  const browser = gateway.client()
  assert.deepEqual((await browser.send('/auth/me')).json(), { signedIn: false })
  const arrived = await browser.follow('/auth/sign-in?to=/admin/%23/articles')
  assert.equal(arrived.url, `http://localhost:${gateway.port}/admin/#/articles`)
  const [visit] = gateway.provider.visits
  assert.equal(visit?.get('ui_locales'), 'fr')
  assert.equal(visit?.get('code_challenge_method'), 'S256')

  const me = (await browser.send('/auth/me')).json() as Record<string, unknown>
  assert.deepEqual([me.signedIn, me.username, me.roles], [true, 'editor', ['editor']])

  const written = await browser.send('/api/content/articles', {
    method: 'POST',
    headers: { 'x-csrf-token': String(me.csrf), 'content-type': 'application/json' },
    body: '{"a":1}',
  })
  const seen = written.json() as { url: string; headers: Record<string, string>; body: string }
  assert.equal(seen.url, '/api/content/articles')
  assert.equal(seen.body, '{"a":1}')
  assert.match(seen.headers.authorization ?? '', /^Bearer ey/)
  assert.equal(seen.headers.cookie, undefined)

  const out = await browser.send('/auth/sign-out', {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: `csrf=${me.csrf}`,
  })
  assert.equal(out.status, 303)
  const at = new URL(out.headers.location ?? '')
  assert.ok(at.href.startsWith(`${gateway.provider.issuer}/logout?`))
  assert.ok(at.searchParams.get('id_token_hint'))
  assert.equal(at.searchParams.get('post_logout_redirect_uri'), `http://localhost:${gateway.port}/`)
  assert.equal(browser.cookies.size, 0)
})

test('an unknown host is refused and not repeated', async () => {
  const answer = await gateway.client('evil.example').send('/')
  const problem = answer.json() as Problem
  assert.deepEqual([answer.status, problem.code], [421, 'host.unknown'])
  assert.doesNotMatch(answer.body + JSON.stringify(answer.headers), /evil/)
})
