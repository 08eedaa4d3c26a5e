import assert from 'node:assert/strict'
import test from 'node:test'
import type { Identity } from './identity.ts'
import { createVerifiedTokens } from './verified-tokens.ts'

const camille: Identity = { subject: '1', name: 'Camille', username: 'editor', roles: ['editor'] }
const now = Date.parse('2026-11-20T10:00:00Z')

test('a verified token is remembered for one minute', () => {
  const tokens = createVerifiedTokens(10)
  tokens.put('a', camille, now, now + 300_000)
  assert.equal(tokens.get('a', now + 59_999), camille)
  assert.equal(tokens.get('a', now + 60_000), undefined)
})

test('a token is not remembered longer than it lives', () => {
  const tokens = createVerifiedTokens(10)
  tokens.put('a', camille, now, now + 5_000)
  assert.equal(tokens.get('a', now + 4_999), camille)
  assert.equal(tokens.get('a', now + 5_000), undefined)
})

test('when there are too many, the least recently used is forgotten', () => {
  const tokens = createVerifiedTokens(2)
  tokens.put('a', camille, now, now + 300_000)
  tokens.put('b', camille, now, now + 300_000)
  tokens.get('a', now)
  tokens.put('c', camille, now, now + 300_000)
  assert.equal(tokens.size, 2)
  assert.equal(tokens.get('b', now), undefined)
  assert.equal(tokens.get('a', now), camille)
})
