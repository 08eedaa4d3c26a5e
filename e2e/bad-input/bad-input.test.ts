import assert from 'node:assert/strict'
import { afterEach, before, test } from 'node:test'
import { type ApiSession, openSession } from '../support/api-session.ts'
import { anArticle, draftArticle, storedArticle } from '../support/articles.ts'
import { type Answer, type Sent, send } from '../support/http.ts'
import { platformForTests } from '../support/platform.ts'
import { assertProblem, assertTellsNothing } from '../support/problems.ts'
import { sendRaw } from '../support/raw.ts'
import { badBodies } from './bodies.ts'
import { anySearch, badArticleQueries, badQueries } from './queries.ts'
import { rawRequests } from './raw-requests.ts'
import { ambiguousTargets, lostApiTargets, lostTargets } from './targets.ts'
import { forgeTokens } from './tokens.ts'

const platform = await platformForTests()
let editor: ApiSession
/** Somebody who sends so much that the rate limit is near. */
let busy: ApiSession

before(async () => {
  editor = await openSession(platform, 'editor')
  busy = await openSession(platform, 'editor')
})

afterEach(async () => {
  assert.equal((await send(platform, '/health/ready')).status, 200, 'still healthy')
  assert.equal((await send(platform, '/')).status, 200, 'still served')
})

const json = { 'content-type': 'application/json' }
const asBrowser = { accept: 'text/html,application/xhtml+xml' }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** A page that refuses: French, whole, and telling nothing. */
function assertRefusingPage({ status, headers, body }: Answer, about: string) {
  assert.ok(status >= 400 && status < 500, `${about} ${status}`)
  assert.match(String(headers['content-type']), /^text\/html/, about)
  assert.match(body, /<html lang="fr"/, about)
  assert.match(body, /<h1[^>]*>[^<]+/, about)
  assertTellsNothing({ body }, about)
}

test('no body but an article is taken for one: each is refused with its code, in French, on its field', async () => {
  for (const { name, body, headers, status, code } of badBodies) {
    const answer = await busy.send('/api/content/articles', {
      method: 'POST',
      headers: { ...json, ...headers },
      body,
    })
    const { errors } = assertProblem(answer, status, code, name)
    if (status !== 422) continue
    assert.ok(errors && errors.length > 0, name)
    for (const { message } of errors)
      assert.doesNotMatch(message, /^(Invalid|Expected|Unrecognized|Too )|undefined/, name)
  }
})

test('the same bodies change nothing that is stored', async () => {
  const draft = await draftArticle(editor, anArticle({ slug: 'reste-tel-quel' }))
  const path = `/api/content/articles/${draft.id}`
  for (const { name, body, headers, status, code } of badBodies) {
    const ifMatch = { 'if-match': `"${draft.version}"` }
    const answer = await editor.send(path, { method: 'PUT', headers: { ...json, ...ifMatch, ...headers }, body })
    assertProblem(answer, status, code, name)
  }
  assert.deepEqual(await storedArticle(editor, draft.id), draft)
})

test('a version to replace is one number in quotes', async () => {
  const draft = await draftArticle(editor, anArticle({ slug: 'une-version' }))
  const put = (headers: Record<string, string>) =>
    editor.send(`/api/content/articles/${draft.id}`, {
      method: 'PUT',
      headers: { ...json, ...headers },
      body: JSON.stringify(anArticle({ slug: 'autre' })),
    })
  assertProblem(await put({}), 428, 'version.required')
  for (const value of ['*', 'abc', '1', '"-1"', '"1.5"', '"99999999999999"', '"1", "2"', '{"$gt":0}'])
    assertProblem(await put({ 'if-match': value }), 428, 'version.required', value)
  for (const value of ['"0"', '"999999999"'])
    assertProblem(await put({ 'if-match': value }), 412, 'version.stale', value)
  assert.deepEqual(await storedArticle(editor, draft.id), draft)
})

test('dates of publication are moments, in an order that makes sense', async () => {
  const draft = await draftArticle(editor, anArticle({ slug: 'des-dates' }))
  const publish = (body: unknown) =>
    editor.write('POST', `/api/content/articles/${draft.id}/publication`, body, draft.version)
  for (const at of [
    'demain',
    '2026-13-45T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-21',
    '21/11/2026',
    0,
    1e20,
    true,
    {},
    [],
    { $gt: '' },
    '+275760-09-13T00:00:00.001Z',
    '2026-11-21T25:00:00Z',
    '',
  ])
    assertProblem(await publish({ at }), 422, 'request.invalid', JSON.stringify(at))
  assertProblem(await publish({ withdrawAt: '2001-01-01T00:00:00Z' }), 409, 'article.withdrawn-before-published')
  assertProblem(await publish({ at: '2999-01-02T00:00:00Z', withdrawAt: '2999-01-01T00:00:00Z' }), 409)
  assert.deepEqual(await storedArticle(editor, draft.id), draft)
})

test('a key of repetition is short and plain', async () => {
  for (const key of ['x'.repeat(201), 'x'.repeat(3_000)]) {
    const headers = { ...json, 'idempotency-key': key }
    const body = JSON.stringify(anArticle({ slug: 'jamais' }))
    assertProblem(
      await editor.send('/api/content/articles', { method: 'POST', headers, body }),
      400,
      'request.malformed',
    )
  }
})

test('lists refuse what is no page, no order and no filter of theirs', async () => {
  for (const query of [...badQueries, ...badArticleQueries])
    assertProblem(await editor.send(`/api/content/articles?${query}`), 422, 'request.invalid', query)
  for (const query of badQueries.filter((one) => !/^(q=x|perPage=$)/.test(one)))
    assertProblem(await send(platform, `/api/content/sites/portal/articles?${query}`), 422, 'request.invalid', query)
})

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

test('no token but a good one is believed, however well it is forged', async () => {
  const { good, bad } = await forgeTokens(platform)
  assert.equal((await send(platform, '/api/content/articles', { headers: bearer(good) })).status, 200, 'the good one')
  assert.equal((await send(platform, '/api/operations/engines', { headers: bearer(good) })).status, 200)
  for (const { name, token, code } of bad)
    for (const path of ['/api/content/articles', '/api/operations/engines'])
      assertProblem(await send(platform, path, { headers: bearer(token) }), 401, code, name)
  for (const authorization of [
    'Bearer',
    'Bearer  ',
    'Basic YWRtaW46ZGVtbw==',
    `Token ${good}`,
    `Bearer ${good} ${good}`,
    'null',
  ])
    assertProblem(
      await send(platform, '/api/content/articles', { headers: { authorization } }),
      401,
      undefined,
      authorization,
    )
})

test('a change needs the word that only pages of ours know, and must come from them', async () => {
  const other = await openSession(platform, 'admin')
  const body = JSON.stringify(anArticle({ slug: 'jamais' }))
  const post = (headers: Record<string, string>, cookie = editor.cookie()) =>
    send(platform, '/api/content/articles', { method: 'POST', headers: { ...json, cookie, ...headers }, body })
  const word = { 'x-csrf-token': editor.csrf }
  for (const headers of [
    {},
    { 'x-csrf-token': '' },
    { 'x-csrf-token': 'x' },
    { 'x-csrf-token': other.csrf },
    { ...word, origin: 'https://evil.example' },
    { ...word, origin: 'null' },
    { ...word, origin: platform.urls.heritage },
    { ...word, 'sec-fetch-site': 'cross-site' },
    { ...word, 'sec-fetch-site': 'same-site' },
  ] as Record<string, string>[])
    assertProblem(await post(headers), 403, 'csrf.refused', JSON.stringify(headers))
  const signOut = { method: 'POST', headers: { cookie: editor.cookie(), accept: 'application/json' } }
  assertProblem(await send(platform, '/auth/sign-out', signOut), 403, 'csrf.refused')
  assert.equal((await editor.send('/api/content/articles')).status, 200, 'still signed in')
})

test('a session cookie that we did not make, or that was changed, opens nothing', async () => {
  const [, sealed = ''] = /pmq-session[^=]*=([^;]+)/.exec(editor.cookie()) ?? []
  const flip = (at: number) => sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
  const forged = [
    'x',
    'null',
    '{}',
    '%00',
    sealed.slice(0, -5),
    flip(10),
    flip(sealed.length >> 1),
    flip(sealed.length - 5),
    `${sealed}${sealed.slice(0, 200)}`,
    'x'.repeat(3_900),
  ]
  for (const value of forged) {
    const headers = { cookie: editor.cookie().replace(sealed, value) }
    assertProblem(await send(platform, '/api/content/articles', { headers }), 401, undefined, value.slice(0, 40))
    assert.deepEqual((await send(platform, '/auth/me', { headers })).json(), { signedIn: false })
  }
})

test('a sign-in that this browser did not begin is not finished', async () => {
  for (const query of ['', '?code=x&state=y', '?state[$ne]=1&code=x', `?state=${'x'.repeat(3_000)}`])
    assertProblem(await send(platform, `/auth/callback${query}`), 400, 'auth.state', query)
  const abandoned = '/auth/callback?error=access_denied&state=y'
  assertRefusingPage(await send(platform, abandoned, { headers: asBrowser }), abandoned)
})

test('after signing in, nobody is sent to another site', async () => {
  for (const to of [
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])
    assert.equal((await openSession(platform, 'editor', to)).landedOn, '/', to)
  assert.equal((await openSession(platform, 'editor', '/admin/')).landedOn, '/admin/')
})

test('a body over the limit is refused, whether its length is told or not', async () => {
  const big = Buffer.alloc(2 * 1_048_576, 'x')
  const declared = await editor.send('/api/content/articles', { method: 'POST', headers: json, body: big })
  assertProblem(declared, 413, 'request.too-large')
  const chunked: Sent = { method: 'POST', headers: { ...json, 'transfer-encoding': 'chunked' }, body: big }
  assertProblem(await editor.send('/api/content/articles', chunked), 413, 'request.too-large')
  assertProblem(await send(platform, '/api/content/articles', { method: 'POST', headers: json, body: big }), 413)
  assertProblem(await send(platform, '/habiter', { method: 'POST', body: big }), 413)
})

test('what is hardly HTTP is refused with a problem, or closed', async () => {
  for (const { name, bytes, status } of rawRequests) {
    const answer = await sendRaw(platform, bytes)
    assert.equal(answer.status, status, `${name}: ${JSON.stringify(answer).slice(0, 300)}`)
    if (status > 0) assertProblem(answer, status, undefined, name)
  }
})

test('who writes too often is asked to wait, and nobody else is', async () => {
  const write = () => busy.write('POST', '/api/content/articles', {})
  let answer = await write()
  for (let sent = 1; answer.status === 422 && sent < 300; sent += 1) answer = await write()
  assertProblem(answer, 429, 'rate.exceeded')
  assert.match(String(answer.headers['retry-after']), /^[1-9]\d?$/)
  assert.equal((await editor.write('POST', '/api/content/articles', {})).status, 422)
})
