import assert from 'node:assert/strict'
import { eventually } from '../../eventually/index.ts'
import type { Stage } from './stage.ts'
import { words } from './words.ts'

const path = '/api/content/articles?perPage=1'
/** Below the half minute before its end in which the gateway renews a token: each request then tries to. */
const tokenSeconds = 8

/**
 * Cuts the identity provider while tokens end. @throws when the session is lost by it
 */
export async function sessionOutlivesOutage(stage: Stage): Promise<void> {
  const restore = await setTokenLife(stage.engines, tokenSeconds)
  try {
    const editor = await stage.signIn()
    await stage.during('keycloak', 'cut', async () => {
      assert.equal((await editor.send(path)).status, 200, 'the token is good for some seconds')
      const isOver = async () => {
        const answer = await editor.send(path)
        assert.notEqual(answer.status, 401, 'signed out by an outage')
        return answer.status === 503 && answer
      }
      const answer = await eventually(isOver, { within: (tokenSeconds + 10) * 1_000, every: 500 })
      const { code, detail } = answer.json<{ code: string; detail: string }>()
      assert.deepEqual([code, detail.replace(/\s/g, ' ')], ['auth.provider-unavailable', words.renewal])
      assert.equal(answer.headers['set-cookie'], undefined, 'the session is kept')
    })
    const goesOn = async () => assert.equal((await editor.send(path)).status, 200)
    await eventually(goesOn, { within: 15_000, every: 200 })
  } finally {
    await restore()
  }
}

/** Changes how long the realm's access tokens live. @returns how to put it back */
async function setTokenLife(engines: Record<string, string>, seconds: number): Promise<() => Promise<void>> {
  const { OIDC_ADMIN_URL = '', OIDC_ADMIN_USER = '', OIDC_ADMIN_PASSWORD = '', OIDC_ISSUER = '' } = engines
  const realm = OIDC_ISSUER.split('/').at(-1)
  const ask = async (method: string, accessTokenLifespan?: number) => {
    const grant = {
      grant_type: 'password',
      client_id: 'admin-cli',
      username: OIDC_ADMIN_USER,
      password: OIDC_ADMIN_PASSWORD,
    }
    const signedIn = await fetch(`${OIDC_ADMIN_URL}/realms/master/protocol/openid-connect/token`, {
      method: 'POST',
      body: new URLSearchParams(grant),
    })
    const { access_token } = (await signedIn.json()) as { access_token: string }
    const answer = await fetch(`${OIDC_ADMIN_URL}/admin/realms/${realm}`, {
      method,
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      ...(accessTokenLifespan === undefined ? {} : { body: JSON.stringify({ accessTokenLifespan }) }),
    })
    assert.ok(answer.ok, `Keycloak answers ${answer.status}: ${method} ${realm}`)
    return answer
  }
  const before = ((await (await ask('GET')).json()) as { accessTokenLifespan: number }).accessTokenLifespan
  await ask('PUT', seconds)
  return async () => {
    await ask('PUT', before)
  }
}
