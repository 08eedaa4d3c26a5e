import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkObjectKey } from './object-key.ts'

test('keys of letters, digits, hyphens, underscores and dots in segments are accepted', () => {
  for (const key of ['a', 'uploads/5f2c/photo-1.JPG', 'media/_private/a..b', '2026/03/01']) checkObjectKey(key)
})

test('keys that some store would change or refuse are refused', () => {
  const paths = ['', '/a', 'a/', 'a//b', '..', 'a/../b', './a', '.hidden', 'a\\b', 'a\0b']
  const unusual = [
    'été.jpg',
    'a b',
    'a+b',
    'a%2fb',
    'a?b',
    '0123',
    '1e5',
    '0x1F',
    'a'.repeat(201),
    `${'a/'.repeat(256)}a`,
  ]
  for (const key of [...paths, ...unusual]) {
    assert.throws(() => checkObjectKey(key), { code: 'objects.invalid-key' }, JSON.stringify(key))
  }
})
