import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodePath, encodeStrictly, signatureOf } from './signature-v4.ts'

// The examples that AWS publishes, with its example keys.
const secretKey = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const scope = { day: '20130524', region: 'us-east-1' }
const timestamp = '20130524T000000Z'
const host = ['host', ['examplebucket.s3.amazonaws.com']] as const
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

test('a GET signed by its headers has the signature that AWS publishes', () => {
  const headers = [
    host,
    ['range', ['bytes=0-9']],
    ['x-amz-content-sha256', [nothing]],
    ['x-amz-date', [timestamp]],
  ] as const
  const request = { method: 'GET', path: '/test.txt', query: [], headers, payload: nothing }
  assert.equal(
    signatureOf(request, secretKey, scope, timestamp),
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('a PUT of a key with a dollar sign has the signature that AWS publishes', () => {
  const payload = '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072'
  const headers = [
    ['date', ['Fri, 24 May 2013 00:00:00 GMT']],
    host,
    ['x-amz-content-sha256', [payload]],
    ['x-amz-date', [timestamp]],
    ['x-amz-storage-class', ['REDUCED_REDUNDANCY']],
  ] as const
  const request = { method: 'PUT', path: '/test$file.text', query: [], headers, payload }
  assert.equal(
    signatureOf(request, secretKey, scope, timestamp),
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  )
})

test('a listing signs its parameters sorted, empty ones included', () => {
  const headers = [host, ['x-amz-content-sha256', [nothing]], ['x-amz-date', [timestamp]]] as const
  const sign = (query: [string, string][]) =>
    signatureOf({ method: 'GET', path: '/', query, headers, payload: nothing }, secretKey, scope, timestamp)
  assert.equal(sign([['lifecycle', '']]), 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543')
  const listing = '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'
  assert.equal(
    sign([
      ['prefix', 'J'],
      ['max-keys', '2'],
    ]),
    listing,
  )
})

test('a signed address has the signature that AWS publishes', () => {
  const query = [
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Expires', '86400'],
    ['X-Amz-SignedHeaders', 'host'],
  ] as const
  const request = { method: 'GET', path: '/test.txt', query, headers: [host], payload: 'UNSIGNED-PAYLOAD' }
  assert.equal(
    signatureOf(request, secretKey, scope, timestamp),
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  )
})

test('only unreserved characters are left as they are', () => {
  assert.equal(encodeStrictly("a-b_c.d~e !'()*é/"), 'a-b_c.d~e%20%21%27%28%29%2A%C3%A9%2F')
  assert.equal(encodePath('/seau/été (1).jpg'), '/seau/%C3%A9t%C3%A9%20%281%29.jpg')
})
