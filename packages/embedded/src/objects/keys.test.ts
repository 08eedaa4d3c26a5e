import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { aDataFolder, aStore } from './test-client.ts'

const encode = (key: string) => encodeURIComponent(key).replaceAll('%2F', '/')

test('keys that would be dangerous as paths are only names', async (t) => {
  const parent = await aDataFolder(t)
  const { ask, dataDir } = await aStore(t, { dataDir: join(parent, 'deep', 'data') })
  const keys = [
    '../../escaped.txt',
    '/etc/passwd',
    'a/../../b',
    '..',
    '.',
    'a//b',
    'a/',
    'C:\\Windows\\x',
    'CON',
    'nul.txt',
    'a:b*?"<>|',
    'index.db',
    `${'é'.repeat(512)}`,
  ]
  for (const key of keys) {
    const target = `/media/${encode(key)}`
    const put = await ask('PUT', target, { body: key })
    assert.equal(put.status, 200, `${key}: ${put.text}`)
    assert.equal((await ask('GET', target)).text, key)
  }
  const listed = await ask('GET', '/media?list-type=2&encoding-type=url')
  assert.deepEqual(listed.all('Key').map(decodeURIComponent).sort(), keys.toSorted())
  assert.deepEqual(await readdir(parent), ['deep'])
  assert.deepEqual(await readdir(dirname(dataDir)), ['data'])
  assert.deepEqual((await readdir(dataDir)).sort(), ['blobs', 'format.json', 'incoming', 'index.db', 'index.db-wal'])
})

test('keys that a file system would take for one are different keys', async (t) => {
  const { ask } = await aStore(t)
  const keys = ['a.txt', 'A.txt', 'é.txt', 'e\u0301.txt', 'a.txt ', 'a', 'a/b', '1', '01']
  for (const key of keys) await ask('PUT', `/media/${encode(key)}`, { body: `the ${key}` })
  for (const key of keys) assert.equal((await ask('GET', `/media/${encode(key)}`)).text, `the ${key}`)
})

test('keys that could not be listed again are refused', async (t) => {
  const { ask } = await aStore(t)
  assert.equal((await ask('PUT', '/media/a%00b', { body: 'x' })).code, 'InvalidArgument')
  assert.equal((await ask('PUT', '/media/a%0Ab', { body: 'x' })).code, 'InvalidArgument')
  assert.equal((await ask('PUT', `/media/${'a'.repeat(1025)}`, { body: 'x' })).code, 'KeyTooLongError')
})

test('bucket names that are paths or not host names are refused', async (t) => {
  const { ask } = await aStore(t)
  for (const name of [
    '..',
    '%2E%2E',
    '.',
    'A',
    'ab',
    'Media',
    'me_dia',
    '-media',
    'a..b',
    '127.0.0.1',
    'a'.repeat(64),
  ]) {
    assert.equal((await ask('PUT', `/${name}`)).code, 'InvalidBucketName', name)
  }
})

test('a request target that is not a path in UTF-8 is refused', async (t) => {
  const { endpoint } = await aStore(t)
  const send = (path: string) =>
    new Promise<number | undefined>((resolve) => {
      request(endpoint, { path }, (response) => resolve(response.resume().statusCode)).end()
    })
  assert.equal(await send('/media/%ff'), 400)
  assert.equal(await send('http://elsewhere.example/media'), 400)
  assert.equal(await send('/media/../../../etc/passwd'), 403)
})
