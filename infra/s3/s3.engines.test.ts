import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import { startEngines } from '@pmq/infra/engines'
import { createObjectStore } from '@pmq/platform/objects'
import { engineAddress } from '@pmq/testing/engines'
import { bootstrapS3 } from './index.ts'

before(() => startEngines(['s3']))

test('the bucket is made once, keeps what it holds, and pages of our sites may send to it', {
  timeout: 60_000,
}, async () => {
  const origin = 'https://www.example.org'
  const config = {
    endpoint: engineAddress('S3_ENDPOINT'),
    region: 'us-east-1',
    accessKey: engineAddress('S3_ACCESS_KEY'),
    secretKey: engineAddress('S3_SECRET_KEY'),
    bucket: `bootstrap-${randomUUID()}`,
  }
  await bootstrapS3({ ...config, corsOrigins: [origin] })
  const store = createObjectStore(config)
  await store.put('kept.txt', Buffer.from('kept'), { type: 'text/plain', size: 4 })
  await bootstrapS3({ ...config, corsOrigins: [origin] })
  assert.equal((await store.stat('kept.txt')).size, 4)
  const address = await store.signedPut('sent.txt', { expiresInSeconds: 60 })
  const headers = { origin, 'access-control-request-method': 'PUT' }
  const asked = await fetch(address, { method: 'OPTIONS', headers })
  assert.ok(['*', origin].includes(asked.headers.get('access-control-allow-origin') ?? ''))
})
