import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAccepted, weightOf } from './weight.ts'

test('a weight is told in the unit that reads best', () => {
  assert.equal(weightOf(0), '0\u00a0octets')
  assert.equal(weightOf(240_000), '240\u00a0ko')
  assert.equal(weightOf(1_420_000), '1,4\u00a0Mo')
})

test('a file passes by its extension, in any case', () => {
  assert.ok(isAccepted('Devis.PDF', '.pdf, .jpg'))
  assert.ok(isAccepted('photo.heic', ''))
  assert.ok(!isAccepted('tableur.xlsx', '.pdf,.jpg'))
})
