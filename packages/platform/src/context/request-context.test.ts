import assert from 'node:assert/strict'
import test from 'node:test'
import { currentContext, inContext, nextTraceparent, traceIdOf } from './request-context.ts'

test('a child keeps the trace of its parent and has a span of its own', () => {
  const parent = nextTraceparent()
  const child = nextTraceparent(parent)
  assert.equal(traceIdOf(child), traceIdOf(parent))
  assert.notEqual(child, parent)
})

test('a trace that cannot be read begins anew', () => {
  for (const broken of [
    '',
    'x',
    `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
    '00-ABC-1-01',
    `${nextTraceparent()}\r\nx: y`,
  ]) {
    assert.match(nextTraceparent(broken), /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  }
})

test('what is awaited sees the context, what is outside does not', async () => {
  await inContext({ traceparent: nextTraceparent(), requestId: 'r' }, async () => {
    await Promise.resolve()
    assert.equal(currentContext()?.requestId, 'r')
  })
  assert.equal(currentContext(), undefined)
})
