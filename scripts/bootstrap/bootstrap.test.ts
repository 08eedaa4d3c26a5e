import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError } from '@pmq/platform/config'
import { bootstrapNames, bootstrapSettings } from './settings.ts'

test('all that is missing is told at once', () => {
  const problemsOf = () => bootstrapSettings(bootstrapNames, {})
  assert.throws(problemsOf, (error: Error) => {
    assert.ok(error instanceof ConfigError)
    for (const name of ['KAFKA_BROKERS', 'ELASTICSEARCH_URL', 'S3_ENDPOINT', 'OIDC_ADMIN_URL', 'OIDC_CLIENT_SECRET']) {
      assert.match(error.message, new RegExp(name))
    }
    return true
  })
})

test('who prepares one engine need not know the others', () => {
  const { kafka, s3 } = bootstrapSettings(['kafka'], { KAFKA_BROKERS: 'a:1, b:2', KAFKA_REPLICATION: '3' })
  assert.deepEqual(kafka?.KAFKA_BROKERS, ['a:1', 'b:2'])
  assert.equal(kafka?.KAFKA_REPLICATION, 3)
  assert.equal(s3, undefined)
})

test('the second factor is required unless somebody says otherwise', () => {
  const env = { OIDC_ADMIN_URL: 'http://k', OIDC_ADMIN_USER: 'a', OIDC_ADMIN_PASSWORD: 'b' }
  const secrets = { OIDC_CLIENT_SECRET: 'c'.repeat(16), OPERATOR_CLIENT_SECRET: 'd'.repeat(16) }
  assert.equal(bootstrapSettings(['keycloak'], { ...env, ...secrets }).keycloak?.KEYCLOAK_SECOND_FACTOR, 'required')
})
