import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLog } from '../log/index.ts'
import { startWhenPossible } from './start-when-possible.ts'

const away = () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
const log = silentLog()

test('a start that meets an engine that is away is tried again', async () => {
  let tries = 0
  const start = async () => {
    tries += 1
    if (tries < 2) throw away()
    return 'started'
  }
  assert.equal(await startWhenPossible(start, { log, signal: new AbortController().signal }), 'started')
  assert.equal(tries, 2)
})

test('a start that fails for another reason has failed', async () => {
  const start = () => Promise.reject(new Error('The fields of the search index changed.'))
  await assert.rejects(startWhenPossible(start, { log, signal: new AbortController().signal }), /fields/)
})

test('waiting for an engine ends when the program is told to stop', async () => {
  const stopping = new AbortController()
  const starting = startWhenPossible(() => Promise.reject(away()), { log, signal: stopping.signal })
  setImmediate(() => stopping.abort())
  await assert.rejects(starting, { name: 'AbortError' })
})
