import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describedBy, stateOf } from './describe.ts'

test('a field names its help, then its error, then its counter', () => {
  assert.equal(describedBy('nom', { help: 'x', error: 'y', counter: true }), 'nom-aide nom-erreur nom-compte')
  assert.equal(describedBy('nom', { error: 'y' }), 'nom-erreur')
})

test('a field that nothing explains names nothing', () => {
  assert.equal(describedBy('nom', { help: '' }), undefined)
})

test('only a field with an error says that it is wrong', () => {
  assert.equal(stateOf('nom', { error: 'Indiquez votre nom.' })['aria-invalid'], 'true')
  assert.equal(stateOf('nom', { help: 'x' })['aria-invalid'], undefined)
})
