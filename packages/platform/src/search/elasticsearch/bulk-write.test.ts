import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf } from './bulk-write.ts'

const targets = { living: 'things-v1', fresh: 'things-v1-next' }
const operation = (alias: string) => ({ alias, write: { id: 'a', version: 1, source: { id: 'a' } } })
const absent = { status: 404, error: { type: 'index_not_found_exception', reason: 'no such index' } }

test('stored, older and equal versions are all well', () => {
  for (const status of [200, 201, 409]) assert.deepEqual(outcomeOf({ status }, operation(targets.living), targets), {})
})

test('without a rebuild there is no fresh copy; without the living one nothing goes on', () => {
  assert.deepEqual(outcomeOf(absent, operation(targets.fresh), targets), {})
  assert.throws(() => outcomeOf(absent, operation(targets.living), targets), /is gone/)
  assert.throws(() => outcomeOf(absent, operation(targets.fresh), { fresh: targets.fresh }), /is gone/)
})

test('a document that the engine cannot read is refused by name', () => {
  const item = { status: 400, error: { type: 'document_parsing_exception', reason: 'bad date' } }
  assert.deepEqual(outcomeOf(item, operation(targets.living), targets), { refusal: { id: 'a', reason: 'bad date' } })
})

test('what the engine had no room for is tried again', () => {
  const again = operation(targets.living)
  const item = { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'queue full' } }
  assert.deepEqual(outcomeOf(item, again, targets), { again, reason: 'queue full' })
})
