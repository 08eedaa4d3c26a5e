import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf } from './parts.ts'

test('a date is shown in three parts, without the zeros that nobody writes', () => {
  assert.deepEqual(partsOf('2026-04-08'), { day: '8', month: '4', year: '2026' })
  assert.deepEqual(partsOf(''), { day: '', month: '', year: '' })
})
