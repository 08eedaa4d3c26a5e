import assert from 'node:assert/strict'
import test from 'node:test'
import { createAccounts } from './accounts.ts'
import { demoUsers } from './demo-users.ts'
import { hashPassword, passwordMatches } from './password.ts'

test('a password is recognised by its hash, and the hash of the same one is never the same', async () => {
  const [one, other] = await Promise.all([hashPassword('demo'), hashPassword('demo')])
  assert.notDeepEqual(one.key, other.key)
  assert.equal(await passwordMatches('demo', one), true)
  assert.equal(await passwordMatches('Demo', one), false)
  assert.equal(await passwordMatches('', one), false)
})

test('an account is known by its name or its e-mail address, however they are written', async () => {
  const accounts = createAccounts(demoUsers)
  for (const login of ['editor', ' Editor ', 'EDITOR@example.org']) {
    assert.equal((await accounts.authenticate(login, 'demo'))?.username, 'editor')
  }
})

test('a wrong password and an unknown name are both nobody', async () => {
  const accounts = createAccounts(demoUsers)
  assert.equal(await accounts.authenticate('editor', 'demo '), undefined)
  assert.equal(await accounts.authenticate('nobody', 'demo'), undefined)
  assert.equal(await accounts.authenticate('__proto__', 'demo'), undefined)
})

test('the demo accounts have ids, names and addresses of their own', () => {
  for (const field of ['id', 'username', 'email', 'givenName'] as const) {
    assert.equal(new Set(demoUsers.map((user) => user[field])).size, 7, field)
  }
})
