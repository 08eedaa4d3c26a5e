import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds, type TextKind } from './kinds.ts'

/** As browsers check a `pattern`: the whole text, with the flag `v`. */
const passes = (kind: TextKind, text: string) => new RegExp(`^(?:${kinds[kind].pattern})$`, 'v').test(text)

test('a phone number may be written as people write it', () => {
  for (const number of ['0500000000', '05 00 00 00 00', '05.00.00.00.00', '+33 5 00 00 00 00', '+33 (0)5 00 00 00 00'])
    assert.ok(passes('tel', number), number)
  for (const number of ['05 00', 'abcdefghij']) assert.ok(!passes('tel', number), number)
})

test('a postal code may have a space', () => {
  for (const code of ['82800', '82 800']) assert.ok(passes('postcode', code), code)
  for (const code of ['8280', '828000', 'Caussade']) assert.ok(!passes('postcode', code), code)
})
