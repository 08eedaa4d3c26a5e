import assert from 'node:assert/strict'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { startObjects } from './index.ts'
import { aDataFolder, aStore, createTestClient, testKeys } from './test-client.ts'

test('objects and unfinished uploads are there again after a restart', async (t) => {
  const dataDir = await aDataFolder(t)
  const first = await startObjects({ ...testKeys, dataDir, port: 0, buckets: ['media'] })
  const { ask } = createTestClient(first.endpoint)
  await ask('PUT', '/media/a.txt', {
    body: 'hello',
    headers: { 'content-type': 'text/plain', 'x-amz-meta-author': 'x' },
  })
  const [uploadId] = (await ask('POST', '/media/b.txt?uploads')).all('UploadId')
  await ask('PUT', `/media/b.txt?partNumber=1&uploadId=${uploadId}`, { body: 'part' })
  await first.close()

  const { ask: again } = await aStore(t, { dataDir })
  const object = await again('GET', '/media/a.txt')
  assert.equal(object.text, 'hello')
  assert.equal(object.headers['x-amz-meta-author'], 'x')
  assert.deepEqual((await again('GET', `/media/b.txt?uploadId=${uploadId}`)).all('Size'), ['4'])
})

test('a port that is taken and a folder that is in use are told by their code', async (t) => {
  const { endpoint, dataDir } = await aStore(t)
  const other = await aDataFolder(t)
  const port = Number(new URL(endpoint).port)
  await assert.rejects(startObjects({ ...testKeys, dataDir: other, port }), { code: 'EADDRINUSE' })
  await assert.rejects(startObjects({ ...testKeys, dataDir, port: 0 }), { code: 'DATA_IN_USE' })
})

test('data of a newer version are left alone', async (t) => {
  const dataDir = await aDataFolder(t)
  await writeFile(join(dataDir, 'format.json'), '{"engine":"objects","format":2}')
  await assert.rejects(startObjects({ ...testKeys, dataDir, port: 0 }), { code: 'DATA_TOO_NEW' })
  assert.deepEqual(await readdir(dataDir), ['format.json'])
})

test('what a crash left on the disk without an object is swept at the start', async (t) => {
  const dataDir = await aDataFolder(t)
  await mkdir(join(dataDir, 'incoming'), { recursive: true })
  await mkdir(join(dataDir, 'blobs', 'ab'), { recursive: true })
  await writeFile(join(dataDir, 'incoming', 'half'), 'half')
  await writeFile(join(dataDir, 'blobs', 'ab', 'abandoned'), 'whole, never acknowledged')
  const { ask } = await aStore(t, { dataDir })
  await ask('PUT', '/media/a.txt', { body: 'kept' })
  assert.deepEqual(await filesUnder(join(dataDir, 'incoming')), [])
  assert.equal((await filesUnder(join(dataDir, 'blobs'))).length, 1)
})

test('a page of an origin that is not allowed gets no permission', async (t) => {
  const { ask } = await aStore(t, { corsOrigins: ['http://localhost:8080'] })
  const allowed = await ask('GET', '/media?list-type=2', { headers: { origin: 'http://localhost:8080' } })
  assert.equal(allowed.headers['access-control-allow-origin'], 'http://localhost:8080')
  const other = await ask('GET', '/media?list-type=2', { headers: { origin: 'http://evil.example' } })
  assert.equal(other.headers['access-control-allow-origin'], undefined)
})

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}
