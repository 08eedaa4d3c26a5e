import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operationOf } from './operation.ts'
import { parseRequestTarget } from './request-target.ts'

const named = (method: string, target: string, isCopy = false) =>
  operationOf(method, parseRequestTarget(target), isCopy)
const refused = (method: string, target: string, isCopy = false) => {
  try {
    return `accepted as ${named(method, target, isCopy)}`
  } catch (error) {
    return (error as Error).message
  }
}

test('the method, the path and the parameters name the operation', () => {
  assert.equal(named('GET', '/'), 'ListBuckets')
  assert.equal(named('GET', '/media?list-type=2&prefix=a'), 'ListObjectsV2')
  assert.equal(named('PUT', '/media/a.jpg'), 'PutObject')
  assert.equal(named('PUT', '/media/a.jpg', true), 'CopyObject')
  assert.equal(named('POST', '/media/a.jpg?uploads'), 'CreateMultipartUpload')
  assert.equal(named('PUT', '/media/a.jpg?partNumber=1&uploadId=x'), 'UploadPart')
  assert.equal(named('GET', '/media/a.jpg?X-Amz-Signature=0&response-content-disposition=inline'), 'GetObject')
})

test('an unsupported operation is refused by its name, never ignored', () => {
  for (const [method, target, name] of [
    ['GET', '/media?versioning', 'GetBucketVersioning'],
    ['PUT', '/media?lifecycle', 'PutBucketLifecycle'],
    ['PUT', '/media?cors', 'PutBucketCors'],
    ['GET', '/media/a?acl', 'GetObjectAcl'],
    ['PUT', '/media/a?tagging', 'PutObjectTagging'],
    ['GET', '/media/a?versionId=1', 'GetObjectVersionId'],
    ['POST', '/media/a?select&select-type=2', 'PostObjectSelect'],
    ['GET', '/media/a?partNumber=2', 'GetObjectPartNumber'],
    ['GET', '/media', 'ListObjects'],
    ['POST', '/media', 'POST on a bucket'],
    ['PATCH', '/media/a', 'PATCH on an object'],
  ] as const) {
    assert.ok(refused(method, target).includes(name), `${method} ${target}: ${refused(method, target)}`)
  }
  assert.match(refused('PUT', '/media/a?partNumber=1&uploadId=x', true), /UploadPartCopy/)
})

test('a parameter given twice is refused, so that signature and operation read the same one', () => {
  assert.match(refused('GET', '/media/a?uploadId=1&uploadId=2'), /given twice/)
})

test('dot segments of a key are left as they are, and a bad escape is refused', () => {
  assert.equal(parseRequestTarget('/media/../../etc/passwd').key, '../../etc/passwd')
  assert.equal(parseRequestTarget('/media/a%2F..%2Fb').key, 'a/../b')
  assert.throws(() => parseRequestTarget('/media/%ff'), { code: 'InvalidURI' })
  assert.throws(() => parseRequestTarget('http://elsewhere/media'), { code: 'InvalidURI' })
})
