import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, loadConfig } from '@pmq/platform/config'
import { startSettings } from './settings.ts'
import { StartProblem, startProblemOf } from './start-problem.ts'

const said = (error: unknown) => {
  const problem = startProblemOf(error, { port: 8080, dataDir: '/data' })
  return problem instanceof StartProblem ? problem.message : undefined
}
const thrown = (message: string, more = {}) => Object.assign(new Error(message), more)

test('what a person can mend is said in words', () => {
  const taken = thrown('listen EADDRINUSE: address already in use ::1:8081', { code: 'EADDRINUSE' })
  assert.match(said(taken) ?? '', /Le port 8081 est déjà pris[\s\S]*PORT=8180 npm start/)
  assert.match(said(thrown('The data have format 2.', { code: 'DATA_TOO_NEW' })) ?? '', /version plus récente/)
  assert.match(said(thrown('no', { code: 'ENOSPC' })) ?? '', /Le disque est plein/)
  assert.match(said(thrown('database or disk is full', { errcode: 13 })) ?? '', /Le disque est plein/)
  assert.match(said(thrown('database disk image is malformed', { errcode: 11 })) ?? '', /abîmées/)
  const denied = thrown("EACCES: permission denied, mkdir '/data/log'", { code: 'EACCES' })
  assert.match(said(denied) ?? '', /ne peut pas écrire dans \/data/)
})

test('what is a defect of ours stays as it is', () => {
  assert.equal(said(new TypeError('x is not a function')), undefined)
  assert.equal(said(thrown("ENOENT: no such file or directory, open '/app/seed.yaml'", { code: 'ENOENT' })), undefined)
})

test('wrong settings are said all at once, in French', () => {
  const read = () => loadConfig(startSettings, { PORT: 'abc', PMQ_HOST: 'here', LOG_LEVEL: 'loud' })
  assert.throws(read, ConfigError)
  try {
    read()
  } catch (error) {
    assert.match(
      said(error) ?? '',
      /à corriger[\s\S]*PORT: un nombre[\s\S]*PMQ_HOST: une adresse[\s\S]*LOG_LEVEL: debug/,
    )
  }
})

test('browsers are answered on the loopback, and elsewhere only when told', () => {
  const addresses = (PMQ_HOST?: string) => loadConfig(startSettings, PMQ_HOST ? { PMQ_HOST } : {}).addresses
  assert.deepEqual(addresses(), ['127.0.0.1', '::1'])
  assert.deepEqual(addresses('0.0.0.0'), ['0.0.0.0', '::1'])
  assert.deepEqual(addresses('::'), ['::'])
  assert.deepEqual(addresses('192.0.2.7'), ['192.0.2.7', '127.0.0.1', '::1'])
})
