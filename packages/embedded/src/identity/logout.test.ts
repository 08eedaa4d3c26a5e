import assert from 'node:assert/strict'
import test from 'node:test'
import { decideLogout } from './logout.ts'

test('the ID token of the very session ends it at once', () => {
  assert.equal(decideLogout({ uid: 'u', signedIn: true }, 'u'), 'end')
})

test('without an ID token, or with that of another session, people are asked', () => {
  for (const hint of [undefined, null, '', 'other', { uid: 'u' }]) {
    assert.equal(decideLogout({ uid: 'u', signedIn: true }, hint), 'ask')
  }
})

test('who is not signed in just leaves', () => {
  assert.equal(decideLogout({ uid: 'u', signedIn: false }, 'u'), 'leave')
})
