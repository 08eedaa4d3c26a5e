import assert from 'node:assert/strict'
import test from 'node:test'
import { hasRole, knownRoles, roles } from './roles.ts'

test('an administrator has every role', () => {
  for (const role of roles) assert.equal(hasRole({ roles: ['admin'] }, role), true, role)
  assert.equal(hasRole({ roles: ['admin'] }), true)
})

test('one of the wanted roles is enough', () => {
  assert.equal(hasRole({ roles: ['moderator'] }, 'editor', 'moderator'), true)
})

test('another role is not enough, and no role opens nothing', () => {
  assert.equal(hasRole({ roles: ['contributor'] }, 'editor', 'moderator'), false)
  assert.equal(hasRole({ roles: [] }, 'viewer'), false)
})

test('being asked for "admin" takes an administrator', () => {
  assert.equal(hasRole({ roles: ['editor', 'treasurer'] }, 'admin'), false)
})

test('the roles that we do not know are left out, each other is kept once', () => {
  assert.deepEqual(knownRoles(['otp-required', 'editor', 'editor', 'Admin', 7, null]), ['editor'])
})

test('a provider that sends no list of roles gives none', () => {
  for (const sent of [undefined, null, 'admin', { 0: 'admin' }, 3]) assert.deepEqual(knownRoles(sent), [])
})
