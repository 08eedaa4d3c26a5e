import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { type IdentityStore, openIdentityStore } from './identity-store.ts'
import { createProviderAdapter } from './provider-adapter.ts'

describe('the store of the identity provider', () => {
  let dataDir: string
  let store: IdentityStore
  let now: number
  const open = () => openIdentityStore(dataDir, () => new Date(now))

  beforeEach(async () => {
    now = Date.parse('2026-11-20T10:00:00Z')
    dataDir = mkdtempSync(join(tmpdir(), 'identity-store-'))
    store = await open()
  })
  afterEach(() => {
    store.close()
    rmSync(dataDir, { recursive: true })
  })

  test('what was put is found, also after closing', async () => {
    store.put('Session', 'a', { uid: 'u', name: 'é' }, 60)
    store.close()
    store = await open()
    assert.deepEqual(store.get('Session', 'a'), { payload: { uid: 'u', name: 'é' }, consumed: false })
    assert.deepEqual(store.getByUid('Session', 'u')?.payload, { uid: 'u', name: 'é' })
    assert.equal(store.get('Grant', 'a'), undefined)
  })

  test('what is past its life is not found, and sweeping takes it away', () => {
    store.put('AuthorizationCode', 'short', {}, 60)
    store.put('Session', 'long', {}, 3_600)
    now += 60_000
    assert.equal(store.get('AuthorizationCode', 'short'), undefined)
    assert.equal(store.sweep(), 1)
    assert.equal(store.count(), 1)
  })

  test('a thing is consumed once', () => {
    store.put('RefreshToken', 'a', { grantId: 'g' }, 60)
    assert.equal(store.consume('RefreshToken', 'a'), true)
    assert.equal(store.consume('RefreshToken', 'a'), false)
    assert.equal(store.consume('RefreshToken', 'never was'), false)
    assert.equal(store.get('RefreshToken', 'a')?.consumed, true)
  })

  test('ending a grant takes its codes and tokens along, and nobody else’s', () => {
    store.put('Grant', 'g', {}, 60)
    store.put('RefreshToken', 'a', { grantId: 'g' }, 60)
    store.put('AuthorizationCode', 'b', { grantId: 'g' }, 60)
    store.put('RefreshToken', 'c', { grantId: 'other' }, 60)
    store.revokeGrant('g')
    assert.equal(store.count(), 1)
    assert.ok(store.get('RefreshToken', 'c'))
  })

  test('ending a session ends the grants given in it', () => {
    store.put('Session', 's', { jti: 's', uid: 'u', authorizations: { gateway: { grantId: 'g' }, other: {} } }, 60)
    store.put('Grant', 'g', {}, 60)
    store.put('RefreshToken', 'a', { grantId: 'g' }, 60)
    store.endSession('nobody’s')
    assert.equal(store.count(), 3)
    store.endSession('u')
    assert.equal(store.count(), 0)
  })

  test('the second of two requests that consume one token is a reuse, and ends the grant', async () => {
    const tokens = createProviderAdapter(store, 'RefreshToken')
    await tokens.upsert('a', { grantId: 'g' }, 60)
    await tokens.upsert('newest', { grantId: 'g' }, 60)
    await createProviderAdapter(store, 'Grant').upsert('g', {}, 60)
    await tokens.consume('a')
    await assert.rejects(tokens.consume('a'), { error: 'invalid_grant' })
    assert.equal(store.count(), 0)
  })

  test('the device flow fails loudly: the engine does not have it', async () => {
    await assert.rejects(createProviderAdapter(store, 'DeviceCode').findByUserCode('x'), /no device flow/)
  })
})
