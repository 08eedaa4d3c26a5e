import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../../eventually/index.ts'
import { type Editor, newWord, publish } from './editor.ts'
import { sessionOutlivesOutage } from './session-outlives-outage.ts'
import type { Stage } from './stage.ts'
import { assertSays, words } from './words.ts'

/** Nobody can sign in meanwhile; whoever has goes on, and nobody is signed out by an outage. */
export function identityFaults(stage: Stage, editor: Editor): void {
  const { ask, during, told, note } = stage

  for (const trouble of ['cut', 'reset'] as const) {
    test(`identity (${trouble}): signing in says so, whoever is signed in works on, pages are read`, async () => {
      const fresh = await stage.signIn() // with a token that no service has verified yet
      await during('keycloak', trouble, async () => {
        const page = await ask('/auth/sign-in?to=/admin/')
        assert.equal(page.status, 503)
        assert.ok(Number(page.headers['retry-after']) > 0)
        assertSays(page.body, words.signIn)
        assert.match(page.body, /href="\/auth\/sign-in\?to=%2Fadmin%2F"/)
        const article = await publish(fresh, `${newWord()} sans connexion`)
        for (const path of ['/', '/recherche?q=moulin', article.path]) assert.equal((await ask(path)).status, 200, path)
        assert.equal((await editor.send('/auth/me')).json<{ signedIn: boolean }>().signedIn, true)
        const left = await fresh.send('/auth/sign-out', { method: 'POST', headers: fresh.csrf })
        assert.equal(left.status, 303)
        assert.equal(left.headers.location, '/', 'nobody is sent to a provider that does not answer')
        assert.equal((await fresh.send('/auth/me')).json<{ signedIn: boolean }>().signedIn, false)
        note(`identity ${trouble}, told after`, `${await told('identity', 'down', 8_000)} ms`)
      })
      const begun = performance.now()
      await eventually(() => stage.signIn(), { within: 15_000, every: 200 })
      note(`identity ${trouble}, signed in again after`, `${Math.round(performance.now() - begun)} ms`)
    })
  }

  test('identity (500 ms slower): signing in takes longer, and works', async () => {
    await during('keycloak', 'slow', async () => {
      const other = await stage.signIn('contributor')
      assert.equal((await other.send('/auth/me')).json<{ signedIn: boolean }>().signedIn, true)
    })
  })

  test('identity (cut while a session must be renewed): it waits, and goes on without signing in again', () =>
    sessionOutlivesOutage(stage))
}
