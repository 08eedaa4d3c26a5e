import assert from 'node:assert/strict'
import test from 'node:test'
import { redirectAllowed } from './redirect-uris.ts'

const patterns = [
  'http://localhost:8080/*',
  'https://portail.example.org/retour',
  'https://espace.example.org/partenaires/*',
]

test('what begins like a pattern with a star is allowed', () => {
  for (const address of [
    'http://localhost:8080',
    'http://localhost:8080/',
    'http://localhost:8080/auth/callback?a=1',
    'https://espace.example.org/partenaires/retour',
  ]) {
    assert.equal(redirectAllowed(patterns, address), true, address)
  }
})

test('a pattern without a star allows itself only', () => {
  assert.equal(redirectAllowed(patterns, 'https://portail.example.org/retour'), true)
  assert.equal(redirectAllowed(patterns, 'https://portail.example.org/retour/plus'), false)
  assert.equal(redirectAllowed(patterns, 'https://portail.example.org/retour?x=1'), false)
})

test('nothing that a browser would read as another place is allowed', () => {
  for (const address of [
    'http://localhost:8081/',
    'https://localhost:8080/',
    'http://localhost:8080.example.org/',
    'http://localhost:8080@example.org/',
    'http://someone@localhost:8080/',
    'http://localhost:8080/#fragment',
    'http://localhost:8080\\@example.org/',
    'http://localhost:8080/a b',
    'https://espace.example.org/partenaires/../admin',
    'https://espace.example.org/partenaires/%2e%2e/admin',
    'https://espace.example.org/partenaires/..%2fadmin',
    'https://espace.example.org/partenaires',
    '//localhost:8080/',
    '/auth/callback',
    'javascript:alert(1)',
    '',
  ]) {
    assert.equal(redirectAllowed(patterns, address), false, address)
  }
})
