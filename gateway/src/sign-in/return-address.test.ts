import assert from 'node:assert/strict'
import test from 'node:test'
import { returnAddress } from './return-address.ts'

const home = new URL('https://portail.example')

test('a page of this site is returned to, with its query and its place in the page', () => {
  for (const to of ['/admin/', '/a?b=c&d=//e', '/admin/#/articles/1', '/%C3%A9'])
    assert.equal(returnAddress(to, home), to)
})

test('nobody is sent to another site, whatever the link says', () => {
  const tries = [
    undefined,
    '',
    7,
    ['/a'],
    'admin',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\\b',
    'javascript:alert(1)',
    ' //evil.example',
    '/.//evil.example',
    '/%09/../..//evil.example',
    '/a/..//evil.example',
    `/${'a'.repeat(3_000)}`,
    '/auth/sign-out',
    '/x/../auth/callback',
  ]
  for (const to of tries) {
    const found = returnAddress(to, home)
    assert.ok(found === '/' || !/^\/[/\\]/.test(found), `${String(to)} → ${found}`)
    assert.equal(new URL(found, home).origin, home.origin)
  }
  for (const to of ['//evil.example', '/.//evil.example', '/auth/sign-out']) assert.equal(returnAddress(to, home), '/')
})
