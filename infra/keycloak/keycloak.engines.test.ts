import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { startEngines } from '@pmq/infra/engines'
import { engineAddress } from '@pmq/testing/engines'
import { createBrowser } from '@pmq/testing/identity'
import { createAdminApi } from './admin-api.ts'
import { bootstrapKeycloak } from './index.ts'

describe('the realm on a real Keycloak', { timeout: 180_000 }, () => {
  const realm = `test-${randomUUID()}`
  const gateway = 'http://localhost:19999'
  const address = () => ({
    url: engineAddress('OIDC_ADMIN_URL'),
    user: engineAddress('OIDC_ADMIN_USER'),
    password: engineAddress('OIDC_ADMIN_PASSWORD'),
  })
  const env = { OIDC_CLIENT_SECRET: 'gateway-secret-of-test', OPERATOR_CLIENT_SECRET: 'operator-secret-of-test' }
  const bootstrap = (more: { secondFactor?: 'off'; demo?: boolean; public?: string } = {}) =>
    bootstrapKeycloak({
      ...address(),
      env: { ...env, PUBLIC_URL: more.public ?? gateway },
      realm,
      demo: more.demo ?? false,
      ...(more.secondFactor ? { secondFactor: more.secondFactor } : {}),
    })
  /** The page after signing in, or the address that the browser is sent to. */
  const signIn = async (username: string) => {
    const browser = createBrowser({ stopBefore: `${gateway}/` })
    const query = new URLSearchParams({
      client_id: 'gateway',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${gateway}/auth/callback`,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })
    const page = await browser.open(`${address().url}/realms/${realm}/protocol/openid-connect/auth?${query}`)
    return browser.submit(page, { username, password: 'demo' }, 'type="password"')
  }

  before(() => startEngines(['keycloak']))
  after(() => createAdminApi(address()).remove(`/${realm}`))

  test('the first bootstrap makes the realm without people, the second changes nothing', async () => {
    const made = await bootstrap()
    assert.ok(made.includes('realm') && made.includes('sign-in flow') && made.includes('client gateway'), made.join())
    assert.deepEqual(await bootstrap(), [])
    assert.equal(await createAdminApi(address()).get(`/${realm}/users/count`), 0)
  })

  test('demo accounts come only when asked for, once', async () => {
    assert.deepEqual(await bootstrap({ demo: true }), ['demo accounts'])
    assert.deepEqual(await bootstrap({ demo: true }), [])
  })

  test('an administrator must set up a second factor, an editor comes in by the password', async () => {
    const stopped = await signIn('admin')
    assert.ok(!stopped.url.startsWith(gateway), stopped.url)
    assert.match(stopped.text, /name="totp"/)
    assert.match((await signIn('editor')).url, /\/auth\/callback\?.*code=/)
  })

  test('for a demonstration the second factor can be left out, and comes back by the next bootstrap', async () => {
    const ofRoles = ['what role admin contains', 'what role treasurer contains']
    assert.deepEqual(await bootstrap({ secondFactor: 'off' }), ofRoles)
    assert.match((await signIn('treasurer')).url, /\/auth\/callback\?.*code=/)
    assert.deepEqual(await bootstrap(), ofRoles)
  })

  test('a client that was changed by hand is put right, and accounts are left alone', async () => {
    const api = createAdminApi(address())
    const [client] = await api.get<{ id: string }[]>(`/${realm}/clients?clientId=gateway`)
    await api.put(`/${realm}/clients/${client?.id}`, { ...client, redirectUris: ['http://elsewhere.example/*'] })
    const [mapper] = await api.get<{ id: string }[]>(`/${realm}/clients/${client?.id}/protocol-mappers/models`)
    await api.remove(`/${realm}/clients/${client?.id}/protocol-mappers/models/${mapper?.id}`)
    assert.deepEqual(await bootstrap(), ['client gateway'])
    assert.deepEqual(await bootstrap(), [])
    assert.equal(await api.get(`/${realm}/users/count`), 7)
  })

  test('the sign-in page is ours, and in French', async () => {
    const browser = createBrowser({ stopBefore: `${gateway}/` })
    const query = new URLSearchParams({
      client_id: 'gateway',
      response_type: 'code',
      redirect_uri: `${gateway}/`,
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })
    const { text } = await browser.open(`${address().url}/realms/${realm}/protocol/openid-connect/auth?${query}`)
    assert.match(text, /<html[^>]*lang="fr"/)
    assert.match(text, /midi-quercy\.css/)
  })
})
