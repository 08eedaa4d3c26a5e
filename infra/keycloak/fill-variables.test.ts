// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the notation of Keycloak's files
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillVariables } from './fill-variables.ts'

test('a variable takes its value, else its default', () => {
  const text = '{"a":"${HOST:localhost}:${PORT:25}","b":"${EMPTY:}"}'
  assert.deepEqual(JSON.parse(fillVariables(text, { PORT: '2525' })), { a: 'localhost:2525', b: '' })
})

test('a value may hold any character', () => {
  const secret = 'a"b\\c$' + '{D}'
  assert.deepEqual(JSON.parse(fillVariables('{"a":"${SECRET}"}', { SECRET: secret })), { a: secret })
})

test('all variables without a value are told at once', () => {
  assert.throws(() => fillVariables('"${ONE} ${TWO} ${THREE:3}"', { TWO: '' }), /ONE, TWO\.$/)
})

test('texts that Keycloak itself fills in stay', () => {
  assert.equal(fillVariables('"${username}"', {}), '"${username}"')
})
