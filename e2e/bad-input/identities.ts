import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSession } from '../support/api-session.ts'
import { anArticle } from '../support/articles.ts'
import { onEmbeddedOnly } from '../support/form.ts'
import { send } from '../support/http.ts'
import { asBrowser, assertProblem, assertRefusingPage } from '../support/problems.ts'
import type { Stage } from './stage.ts'
import { forgeTokens } from './tokens.ts'

const json = { 'content-type': 'application/json' }
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Who asks: tokens, cookies, and the ways in and out. */
export function badIdentities({ platform, editor }: Stage): void {
  test('no token but a good one is believed, however well it is forged', onEmbeddedOnly, async () => {
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
}
