import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { demoUsers } from '@pmq/embedded/identity'
import { roles } from '@pmq/platform/auth'
import { readDemoUsers, readRealm, withoutSecondFactor, withRedirects } from './realm-file.ts'

const env = {
  OIDC_CLIENT_SECRET: 'gateway-secret',
  OPERATOR_CLIENT_SECRET: 'operator-secret',
  PUBLIC_URL: 'https://www.example.org',
}
const realm = await readRealm(env)
const roleNamed = (name: string, from = realm) => from.roles.realm.find((role) => role.name === name)

test('the realm of production knows no people, and has no secret of its own', async () => {
  assert.deepEqual(
    realm.users.map(({ serviceAccountClientId }) => serviceAccountClientId),
    ['operator'],
  )
  await assert.rejects(readRealm({}), /OIDC_CLIENT_SECRET, OPERATOR_CLIENT_SECRET/)
})

test('the realm has the roles of the platform', () => {
  for (const role of roles) assert.ok(roleNamed(role), role)
})

test('administrators and treasurers need a second factor; only a demonstration does without', () => {
  const demo = withoutSecondFactor(realm)
  for (const role of ['admin', 'treasurer']) {
    assert.deepEqual(roleNamed(role)?.composites?.realm, ['otp-required'])
    assert.deepEqual(roleNamed(role, demo)?.composites?.realm, [])
  }
})

test('whoever makes an account gets none of our roles by it', () => {
  assert.deepEqual(roleNamed('default-roles-midi-quercy')?.composites?.realm, [])
})

test('people are sent back to the gateway only', () => {
  const gateway = realm.clients.find(({ clientId }) => clientId === 'gateway')
  assert.deepEqual(gateway?.redirectUris, ['https://www.example.org/*'])
  const elsewhere = withRedirects(realm, ['http://localhost:*']).clients
  assert.deepEqual(
    elsewhere.map(({ clientId, redirectUris }) => [clientId, redirectUris]),
    [
      ['gateway', ['http://localhost:*']],
      ['operator', []],
    ],
  )
})

test('the demo accounts are those of the embedded identity: same ids, names and roles', async () => {
  const { users } = await readDemoUsers()
  assert.deepEqual(
    users.map(({ id, username, email, firstName, lastName, realmRoles }) => ({
      id,
      username,
      email,
      firstName,
      lastName,
      realmRoles,
    })),
    demoUsers.map(({ id, username, email, givenName, familyName, roles: realmRoles }) => ({
      id,
      username,
      email,
      firstName: givenName,
      lastName: familyName,
      realmRoles,
    })),
  )
})

test('no password stands in the files as it is typed', async () => {
  const text = await readFile(new URL('./demo-users.json', import.meta.url), 'utf8')
  assert.doesNotMatch(text, /"value":\s*"demo"/)
})
