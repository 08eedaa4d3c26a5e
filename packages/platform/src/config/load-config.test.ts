import assert from 'node:assert/strict'
import test from 'node:test'
import { z } from 'zod'
import { ConfigError, loadConfig } from './load-config.ts'

const schema = z.object({ PORT: z.coerce.number().int(), MONGODB_URI: z.url(), LOG_LEVEL: z.string().default('info') })

test('all problems of the settings are told at once', () => {
  assert.throws(
    () => loadConfig(schema, { PORT: 'abc' }),
    (error) => error instanceof ConfigError && /PORT/.test(error.message) && /MONGODB_URI/.test(error.message),
  )
})

test('an empty setting counts as absent', () => {
  assert.equal(loadConfig(schema, { PORT: '80', MONGODB_URI: 'mongodb://db', LOG_LEVEL: '' }).LOG_LEVEL, 'info')
})

test('a value that is refused is not repeated, because it may be a secret', () => {
  const secret = z.object({ SECRET: z.string().min(32) })
  assert.throws(
    () => loadConfig(secret, { SECRET: 'hunter2' }),
    (error) => error instanceof ConfigError && !error.message.includes('hunter2'),
  )
})
