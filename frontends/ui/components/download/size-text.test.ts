import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sizeText } from './size-text.ts'

test('a size is told with the two figures that matter, in French units', () => {
  assert.deepEqual([640, 240_300, 3_140_000, 12_600_000].map(sizeText), [
    '640\u00a0octets',
    '240\u00a0ko',
    '3,1\u00a0Mo',
    '13\u00a0Mo',
  ])
})
