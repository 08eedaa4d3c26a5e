import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { open as openFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openBlobStore } from './blob-store.ts'
import { aDataFolder, answerOf, aStore, responseTo } from './test-client.ts'

const mebibyte = 1024 ** 2
const arriving = (dataDir: string) => readdir(join(dataDir, 'incoming'))
const kept = async (dataDir: string) => {
  const entries = await readdir(join(dataDir, 'blobs'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}
async function until(condition: () => Promise<boolean>) {
  for (const deadline = Date.now() + 10_000; !(await condition()); await delay(5)) assert.ok(Date.now() < deadline)
}

async function lostAfterKills(t: TestContext, manner: string, most: number) {
  const dataDir = await aDataFolder(t)
  const program = fileURLToPath(import.meta.resolve('./crash-uploader.ts'))
  /** What was acknowledged, by upload and part: the ETag of the last part sent under that number. */
  const acknowledged = new Map<string, string>()
  let kills = 0
  for (const stop = Date.now() + 6_000; kills < most && (kills < 2 || Date.now() < stop); kills += 1) {
    const uploader = spawn(process.execPath, [program, dataDir, manner], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(uploader, 'exit')
    const enough = acknowledged.size + 1 + Math.floor(Math.random() * 30)
    for await (const line of createInterface({ input: uploader.stdout })) {
      const [name = '', etag = ''] = line.split(' ')
      acknowledged.set(name, etag)
      if (acknowledged.size >= enough) uploader.kill('SIGKILL')
    }
    await ended
  }
  const { ask } = await aStore(t, { dataDir })
  assert.deepEqual(await arriving(dataDir), [])
  let lost = 0
  const uploads = new Set([...acknowledged.keys()].map((name) => name.split('#')[0] ?? ''))
  for (const uploadId of uploads) {
    const parts = await ask('GET', `/media/big?uploadId=${uploadId}`)
    const etags = new Map(parts.all('PartNumber').map((n, i) => [`${uploadId}#${n}`, parts.all('ETag')[i]]))
    for (const [name, etag] of acknowledged) {
      if (name.startsWith(uploadId) && etags.get(name) !== `"${etag}"`) lost += 1
    }
    // Every visible part is whole, the acknowledged and the others alike.
    const list = parts
      .all('PartNumber')
      .map((n) => `<Part><PartNumber>${n}</PartNumber><ETag>${etags.get(`${uploadId}#${n}`)}</ETag></Part>`)
    const last = list.at(-1)
    if (manner === 'careless' && !last) continue // none of its parts was whole
    assert.ok(last)
    const body = `<CompleteMultipartUpload>${last}</CompleteMultipartUpload>`
    assert.equal((await ask('POST', `/media/big?uploadId=${uploadId}`, { body })).status, 200)
    const { bytes } = await ask('GET', '/media/big')
    assert.ok(last.includes(createHash('md5').update(bytes).digest('hex')))
  }
  t.diagnostic(`${kills} kills, ${acknowledged.size} acknowledged parts in ${uploads.size} uploads, ${lost} lost`)
  return lost
}

test('uploads killed at any moment lose no acknowledged part, and show no other', { timeout: 60_000 }, async (t) => {
  assert.equal(await lostAfterKills(t, '', 6), 0)
})

test('a store that answers before the part is whole is found out by the same test', { timeout: 60_000 }, async (t) => {
  assert.ok((await lostAfterKills(t, 'careless', 3)) > 0)
})

test('a body that breaks off leaves no file', async (t) => {
  const { dataDir, ask, open } = await aStore(t)
  await ask('PUT', '/media/a', { body: 'whole' })
  const headers = { 'content-length': String(8 * mebibyte) }
  const torn = open('PUT', '/media/a', { payload: 'UNSIGNED-PAYLOAD', headers })
  torn.on('error', () => undefined)
  torn.write(Buffer.alloc(3 * mebibyte))
  await until(async () => (await arriving(dataDir)).length === 1)
  torn.destroy()
  await until(async () => (await arriving(dataDir)).length === 0)
  assert.equal(await kept(dataDir), 1)
  assert.equal((await ask('GET', '/media/a')).text, 'whole')
})

test('a disk without room is said to be full, before and while the bytes come, and keeps nothing half', async (t) => {
  const { ask, dataDir } = await aStore(t, { minFreeBytes: Number.MAX_SAFE_INTEGER })
  const refused = await ask('PUT', '/media/a', { body: 'x' })
  assert.equal(refused.status, 507)
  assert.equal(refused.code, 'InsufficientStorage')
  assert.equal((await ask('GET', '/media/a')).code, 'NoSuchKey')
  assert.deepEqual(await arriving(dataDir), [])

  const full: typeof openFile = async (...args) => {
    const file = await openFile(...args)
    let written = 0
    const write = file.write.bind(file) as (bytes: Buffer, offset: number) => Promise<{ bytesWritten: number }>
    const limited = async (bytes: Buffer, offset: number) => {
      if (written > 2 * mebibyte) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      written += bytes.length
      return write(bytes, offset)
    }
    return Object.assign(file, { write: limited })
  }
  const folder = await aDataFolder(t)
  const blobs = await openBlobStore(folder, 0, full)
  async function* source() {
    for (let i = 0; i < 8; i += 1) yield Buffer.alloc(mebibyte)
  }
  const receiving = blobs.receive(source(), { size: 8 * mebibyte, sha256: false }, () => undefined)
  await assert.rejects(receiving, { code: 'ENOSPC' })
  assert.deepEqual(await arriving(folder), [])
  assert.equal(await kept(folder), 0)
})

test('an object that is deleted or replaced while it is read is read to its end, then gone from the disk', async (t) => {
  const { ask, open, dataDir } = await aStore(t)
  const bytes = new Uint8Array(8 * mebibyte).fill(7)
  for (const change of ['DELETE', 'PUT'] as const) {
    await ask('PUT', '/media/a', { body: bytes })
    const reading = await responseTo(open('GET', '/media/a'))
    await ask(change, '/media/a', { body: 'new' })
    assert.equal(await kept(dataDir), change === 'PUT' ? 2 : 1)
    assert.equal((await answerOf(reading)).bytes.length, bytes.length)
    await until(async () => (await kept(dataDir)) === (change === 'PUT' ? 1 : 0))
  }
})
