import assert from 'node:assert/strict'
import test from 'node:test'
import { isPlainTarget } from './request-target.ts'
import { createFindSite } from './site-hosts.ts'

const findSite = createFindSite({
  portal: ['localhost', '127.0.0.1', '[::1]'],
  heritage: ['Patrimoine.localhost'],
  scic: ['scic.localhost'],
  produits: ['produits.localhost'],
})

test('a host is the same in any case, with any port, with the dot of the root', () => {
  for (const host of [
    'localhost',
    'LOCALHOST',
    'localhost:8080',
    'localhost.',
    'localhost.:80',
    '127.0.0.1:9',
    '[::1]:8080',
  ])
    assert.equal(findSite(host), 'portal', host)
  assert.equal(findSite('patrimoine.LOCALHOST:443'), 'heritage')
})

test('a host that is not in the list has no site', () => {
  const strangers = [
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'evil.localhost',
    'localhost:80:80',
    'localhost:x',
    'localhost..',
    'a@localhost',
    'localhost/x',
    '::1',
    'localhost:123456',
  ]
  for (const host of strangers) assert.equal(findSite(host), undefined, String(host))
})

test('an ordinary address is plain', () => {
  for (const target of [
    '/',
    '/a/b-c_d~e',
    '/%C3%A9nergie',
    '/a.b/..c',
    '/%20x',
    '/a?x=//b&y=..%2F&z=%',
    '/a?',
    '/.well-known/x',
  ])
    assert.equal(isPlainTarget(target), true, target)
})

test('an address that two programs may read differently is not plain', () => {
  const tricks = [
    'http://localhost/',
    '*',
    '',
    'x',
    '//evil.example',
    '/a//b',
    '/a/../b',
    '/..',
    '/a/.',
    '/./a',
    '/a/%2e%2e/b',
    '/a/.%2E',
    '/%2e/',
    '/a%2fb',
    '/a%5Cb',
    '/a\\b',
    '/a%00',
    '/%0d%0aX: y',
    '/%zz',
    '/%',
    '/%e9',
    '/a b',
    '/a\u0000',
    `/${'a'.repeat(9_000)}`,
    '/a#b',
  ]
  for (const target of tricks) assert.equal(isPlainTarget(target), false, JSON.stringify(target))
})
