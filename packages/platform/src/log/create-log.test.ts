import assert from 'node:assert/strict'
import test from 'node:test'
import { inContext, nextTraceparent, traceIdOf } from '../context/index.ts'
import { createLog } from './create-log.ts'

function recording() {
  const lines: Record<string, unknown>[] = []
  const log = createLog('test', { destination: { write: (line) => void lines.push(JSON.parse(line)) } })
  return { lines, log }
}

test('a line has its service, its level by name and an ISO time', () => {
  const { lines, log } = recording()
  log.info('hello')
  assert.equal(lines[0]?.service, 'test')
  assert.equal(lines[0]?.level, 'info')
  assert.match(String(lines[0]?.time), /^\d{4}-\d\d-\d\dT/)
})

test('tokens, passwords and what people wrote are never written', () => {
  const { lines, log } = recording()
  log.info(
    {
      token: 's3cret',
      headers: { authorization: 's3cret', cookie: 's3cret' },
      mail: { html: 's3cret', text: 's3cret' },
      user: { form: { password: 's3cret' } },
    },
    'x',
  )
  assert.ok(!JSON.stringify(lines).includes('s3cret'))
})

test('nor are those of an error or of what always goes with a log, and nothing else is hidden or changed', () => {
  const { lines, log } = recording()
  const at = new Date(0)
  const error = Object.assign(new Error('no'), { token: 's3cret', config: { headers: { token: 's3cret' }, url: '/x' } })
  const more = { at, items: [{ token: 's3cret', name: 'a' }], one: { two: { three: { four: 4 } } }, err: error }
  log.child({ password: 's3cret', name: 'b' }).info(more, 'x')
  const [line] = lines
  assert.ok(!JSON.stringify(lines).includes('s3cret'))
  assert.equal(line?.at, at.toISOString())
  assert.deepEqual(line?.items, [{ token: '[hidden]', name: 'a' }])
  assert.deepEqual(line?.one, { two: { three: { four: 4 } } })
  assert.equal(line?.name, 'b')
  const written = line?.err as { message: string; stack: string; config: { url: string } }
  assert.equal(written.message, 'no')
  assert.match(written.stack, /Error: no/)
  assert.equal(written.config.url, '/x')
  assert.equal(error.token, 's3cret', 'the error itself is as it was')
})

test('what happens on behalf of a request carries its trace', () => {
  const { lines, log } = recording()
  const traceparent = nextTraceparent()
  inContext({ traceparent, requestId: 'r1' }, () => log.warn('inside'))
  assert.equal(lines[0]?.trace, traceIdOf(traceparent))
  assert.equal(lines[0]?.requestId, 'r1')
})
