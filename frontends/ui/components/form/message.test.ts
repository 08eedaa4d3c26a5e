import assert from 'node:assert/strict'
import { test } from 'node:test'
import { messageOf } from './message.ts'

const control = (valueMissing: boolean, dataset: { missing?: string; wrong?: string }, customError = false) =>
  messageOf({ validity: { valueMissing, customError }, validationMessage: 'Le navigateur', dataset })

test('an empty field has its own words, a wrong one others', () => {
  const said = { missing: 'Indiquez votre nom.', wrong: 'Vérifiez votre nom.' }
  assert.equal(control(true, said), said.missing)
  assert.equal(control(false, said), said.wrong)
})

test('the browser speaks where we said nothing, and where a script set the error', () => {
  assert.equal(control(true, {}), 'Le navigateur')
  assert.equal(control(false, { wrong: 'x' }, true), 'Le navigateur')
})
