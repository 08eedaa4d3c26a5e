import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectErrorOf } from './object-errors.ts'

const named = (thrown: unknown) => objectErrorOf(thrown).code

test('each answer of a store has its error', () => {
  const thrown = (code: string) => Object.assign(new Error('said the store'), { code })
  assert.equal(named(thrown('NoSuchKey')), 'objects.not-found')
  assert.equal(named(thrown('NoSuchUpload')), 'objects.upload-not-found')
  assert.equal(named(thrown('InvalidPartOrder')), 'objects.parts-refused')
  assert.equal(named(thrown('AccessDenied')), 'objects.failed')
})

test('a store that is away, full or failing is unavailable: the same call may succeed later', () => {
  for (const code of ['ECONNREFUSED', 'ETIMEDOUT', 'InsufficientStorage', 'XMinioStorageFull', 'SlowDown']) {
    assert.equal(named(Object.assign(new Error('x'), { code })), 'objects.unavailable', code)
  }
  assert.equal(
    named(new Error('Request failed after 0 retries: Error: Retryable HTTP status: 503')),
    'objects.unavailable',
  )
  assert.equal(objectErrorOf(Object.assign(new Error('x'), { code: 'EPIPE' })).name, 'EngineUnavailable')
})

test('an error sent after the status 200 is understood, and anything else is an error all the same', () => {
  assert.equal(named({ Code: 'InvalidPart', Message: 'no' }), 'objects.parts-refused')
  assert.equal(named('text'), 'objects.failed')
  assert.equal(named(undefined), 'objects.failed')
})
