import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { answerOf, aStore, responseTo } from './test-client.ts'

test('a copy has the content and the headers of its source, and outlives it', async (t) => {
  const { ask } = await aStore(t)
  await ask('PUT', '/media/%C3%A9t%C3%A9.txt', {
    body: 'hello',
    headers: { 'content-type': 'text/plain', 'x-amz-meta-a': '1' },
  })
  const copied = await ask('PUT', '/media/copy.txt', { headers: { 'x-amz-copy-source': '/media/%C3%A9t%C3%A9.txt' } })
  assert.equal(copied.status, 200)
  await ask('DELETE', '/media/%C3%A9t%C3%A9.txt')
  const copy = await ask('GET', '/media/copy.txt')
  assert.equal(copy.text, 'hello')
  assert.equal(copy.headers['content-type'], 'text/plain')
  assert.equal(copy.headers['x-amz-meta-a'], '1')
})

test('a copy onto itself replaces the headers, and needs to be told so', async (t) => {
  const { ask } = await aStore(t)
  await ask('PUT', '/media/a', { body: 'hello' })
  const source = { 'x-amz-copy-source': 'media/a' }
  assert.equal((await ask('PUT', '/media/a', { headers: source })).code, 'InvalidRequest')
  const replaced = { ...source, 'x-amz-metadata-directive': 'REPLACE', 'content-type': 'text/html' }
  assert.equal((await ask('PUT', '/media/a', { headers: replaced })).status, 200)
  const object = await ask('GET', '/media/a')
  assert.equal(object.text, 'hello')
  assert.equal(object.headers['content-type'], 'text/html')
  assert.equal((await ask('PUT', '/media/b', { headers: { 'x-amz-copy-source': '/media/none' } })).code, 'NoSuchKey')
  assert.equal((await ask('PUT', '/media/b', { headers: { 'x-amz-copy-source': '/other/a' } })).code, 'NoSuchBucket')
})

test('many objects are deleted at once, and those that are not there count as deleted', async (t) => {
  const { ask } = await aStore(t)
  await ask('PUT', '/media/a%26b', { body: 'x' })
  await ask('PUT', '/media/c', { body: 'x' })
  const body = '<Delete><Object><Key>a&amp;b</Key></Object><Object><Key>none</Key></Object></Delete>'
  assert.deepEqual((await ask('POST', '/media?delete', { body })).all('Key'), ['a&amp;b', 'none'])
  assert.deepEqual((await ask('GET', '/media?list-type=2')).all('Key'), ['c'])
  assert.equal((await ask('POST', '/media?delete', { body: '<Delete/>' })).code, 'MalformedXML')
})

test('a bucket with objects or unfinished uploads is not deleted', async (t) => {
  const { ask } = await aStore(t)
  assert.equal((await ask('PUT', '/media')).code, 'BucketAlreadyOwnedByYou')
  await ask('PUT', '/media/a', { body: 'x' })
  assert.equal((await ask('DELETE', '/media')).code, 'BucketNotEmpty')
  await ask('DELETE', '/media/a')
  const [uploadId] = (await ask('POST', '/media/a?uploads')).all('UploadId')
  assert.equal((await ask('DELETE', '/media')).code, 'BucketNotEmpty')
  await ask('DELETE', `/media/a?uploadId=${uploadId}`)
  assert.equal((await ask('DELETE', '/media')).status, 204)
  assert.equal((await ask('GET', '/media?list-type=2')).code, 'NoSuchBucket')
})

test('two writers of a new object: the second is told, when it asks to be', async (t) => {
  const { ask } = await aStore(t)
  const ifNew = { headers: { 'if-none-match': '*' } }
  assert.equal((await ask('PUT', '/media/a', { body: '1', ...ifNew })).status, 200)
  assert.equal((await ask('PUT', '/media/a', { body: '2', ...ifNew })).code, 'PreconditionFailed')
  assert.equal((await ask('GET', '/media/a')).text, '1')
})

test('a signed GET may ask for other headers, and cannot smuggle a line break into them', async (t) => {
  const { ask } = await aStore(t)
  await ask('PUT', '/media/a', { body: 'x' })
  const asked = await ask('GET', '/media/a?response-content-disposition=inline&response-cache-control=no-store')
  assert.equal(asked.headers['content-disposition'], 'inline')
  assert.equal(asked.headers['cache-control'], 'no-store')
  assert.equal((await ask('GET', '/media/a?response-content-type=a%0D%0Ab%3A%20c')).code, 'InvalidArgument')
})

test('what is not supported is refused by its name', async (t) => {
  const { ask } = await aStore(t)
  for (const [method, target, name] of [
    ['GET', '/media?versioning', 'GetBucketVersioning'],
    ['PUT', '/media?cors', 'PutBucketCors'],
    ['PUT', '/media/a?tagging', 'PutObjectTagging'],
    ['GET', '/media/a?acl', 'GetObjectAcl'],
  ] as const) {
    const answer = await ask(method, target)
    assert.equal(answer.status, 501)
    assert.equal(answer.code, 'NotImplemented')
    assert.ok(answer.text.includes(name), answer.text)
  }
  for (const header of ['x-amz-acl', 'x-amz-server-side-encryption', 'x-amz-tagging', 'x-amz-checksum-crc32']) {
    const answer = await ask('PUT', '/media/a', { body: 'x', headers: { [header]: 'x' } })
    assert.equal(answer.code, 'NotImplemented', header)
    assert.ok(answer.text.includes(header))
  }
  const streaming = await ask('PUT', '/media/a', { body: 'x', payload: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' })
  assert.equal(streaming.code, 'NotImplemented')
  assert.equal((await ask('GET', '/media/a')).code, 'NoSuchKey')
})

test('a body is checked against every digest that is given', async (t) => {
  const { ask } = await aStore(t)
  const md5 = (text: string) => createHash('md5').update(text).digest('base64')
  const put = (headers: Record<string, string>, payload?: string) =>
    ask('PUT', '/media/a', { body: 'hello', headers, ...(payload ? { payload } : {}) })
  assert.equal((await put({ 'content-md5': md5('other') })).code, 'BadDigest')
  assert.equal((await put({ 'content-md5': 'short' })).code, 'InvalidDigest')
  assert.equal((await put({}, '0'.repeat(64))).code, 'XAmzContentSHA256Mismatch')
  assert.equal((await put({}, 'nonsense')).code, 'InvalidArgument')
  assert.equal((await ask('GET', '/media/a')).code, 'NoSuchKey')
  assert.equal((await put({ 'content-md5': md5('hello') }, 'UNSIGNED-PAYLOAD')).status, 200)
})

test('metadata over two kilobytes and wrong numbers are refused', async (t) => {
  const { ask } = await aStore(t)
  const large = { 'x-amz-meta-a': 'x'.repeat(2048) }
  assert.equal((await ask('PUT', '/media/a', { body: 'x', headers: large })).code, 'MetadataTooLarge')
  assert.equal((await ask('GET', '/media?list-type=2&max-keys=-1')).code, 'InvalidArgument')
  assert.equal((await ask('GET', '/media?list-type=2&continuation-token=zzz')).code, 'InvalidArgument')
  const [uploadId] = (await ask('POST', '/media/a?uploads')).all('UploadId')
  for (const n of ['0', '10001', '1.5', 'x']) {
    const answer = await ask('PUT', `/media/a?partNumber=${n}&uploadId=${uploadId}`, { body: 'x' })
    assert.equal(answer.code, 'InvalidArgument', n)
  }
})

test('a body without its length is refused', async (t) => {
  const { open } = await aStore(t)
  const chunked = open('PUT', '/media/a', { payload: 'UNSIGNED-PAYLOAD' })
  const response = await responseTo(chunked, (sent) => {
    sent.setHeader('transfer-encoding', 'chunked')
    sent.end('x')
  })
  assert.equal((await answerOf(response)).code, 'MissingContentLength')
})

test('uploads under way are listed by key, page by page', async (t) => {
  const { ask } = await aStore(t)
  for (const key of ['a', 'b', 'b', 'c']) await ask('POST', `/media/${key}?uploads`)
  const first = await ask('GET', '/media?uploads&max-uploads=2')
  assert.deepEqual(first.all('Key'), ['a', 'b'])
  const [marker = '', id = ''] = [...first.all('NextKeyMarker'), ...first.all('NextUploadIdMarker')]
  const second = await ask('GET', `/media?uploads&key-marker=${marker}&upload-id-marker=${id}`)
  assert.deepEqual(second.all('Key'), ['b', 'c'])
  assert.deepEqual((await ask('GET', '/media?uploads&prefix=b')).all('Key'), ['b', 'b'])
})
