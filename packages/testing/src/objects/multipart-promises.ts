import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { eventually } from '../eventually/index.ts'
import { aKey, type ObjectsWorld, someBytes, stays, tearUpload } from './objects-world.ts'

const partSize = 5 * 1024 ** 2
const type = 'video/mp4'

/** Uploads in parts: what was acknowledged is there, in its place, and becomes an object in one step. */
export function multipartPromises(world: () => ObjectsWorld, tornBodies: 'refused' | 'kept'): void {
  const begin = async () => {
    const { store } = world()
    const key = aKey('film.mp4')
    const uploadId = await store.createUpload(key, { type })
    /** PUTs a part as a browser does; answers its ETag. */
    const send = async (part: number, body: Buffer) => {
      const address = await store.signedPartUrl(key, uploadId, part, { expiresInSeconds: 60 })
      const response = await fetch(address, { method: 'PUT', body: new Uint8Array(body) })
      const text = await response.text()
      if (!response.ok) throw Object.assign(new Error(text), { status: response.status })
      return { part, etag: (response.headers.get('etag') ?? '').replaceAll('"', '') }
    }
    return { store, key, uploadId, send }
  }

  test('parts sent at once and out of order become one object', async () => {
    const { store, key, uploadId, send } = await begin()
    const bodies = [someBytes(partSize, 1), someBytes(partSize + 1, 2), someBytes(10, 3)]
    const parts = await Promise.all([2, 0, 1].map((n) => send(n + 1, bodies[n] as Buffer)))
    parts.sort((a, b) => a.part - b.part)
    const listed = await store.listParts(key, uploadId)
    assert.deepEqual(
      listed,
      parts.map((part, n) => ({ ...part, size: bodies[n]?.length })),
    )
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })

    const { etag } = await store.completeUpload(key, uploadId, parts)
    const whole = Buffer.concat(bodies)
    const stat = await store.stat(key)
    assert.equal(stat.etag, etag)
    assert.equal(stat.size, whole.length)
    assert.equal(stat.type, type)
    assert.ok(whole.equals(await buffer(await store.get(key))))
    const range = `bytes=${partSize - 5}-${partSize + 4}`
    const across = await fetch(await store.signedGet(key, { expiresInSeconds: 60 }), { headers: { range } })
    assert.ok(whole.subarray(partSize - 5, partSize + 5).equals(Buffer.from(await across.arrayBuffer())))
  })

  test('a part sent again replaces the first', async () => {
    const { store, key, uploadId, send } = await begin()
    await send(1, Buffer.from('first'))
    const again = await send(1, Buffer.from('second'))
    assert.deepEqual(await store.listParts(key, uploadId), [{ ...again, size: 6 }])
    await store.completeUpload(key, uploadId, [again])
    assert.equal((await buffer(await store.get(key))).toString(), 'second')
  })

  test('a part that breaks off is not a part', async () => {
    const { store, key, uploadId, send } = await begin()
    const first = await send(1, someBytes(partSize))
    const address = await store.signedPartUrl(key, uploadId, 2, { expiresInSeconds: 60 })
    await tearUpload(address, { announced: partSize, sent: someBytes(partSize / 2) })
    // Kept, it is even listed as large as announced: only its ETag, the MD5 of what came, tells a torn part.
    const partsListed = tornBodies === 'kept' ? [1, 2] : [1]
    const listed = async () => (await store.listParts(key, uploadId)).map(({ part }) => part)
    await eventually(async () => assert.deepEqual(await listed(), partsListed))
    await stays(async () => assert.deepEqual(await listed(), partsListed))
    const torn = { part: 2, etag: createHash('md5').update(someBytes(partSize)).digest('hex') }
    await assert.rejects(store.completeUpload(key, uploadId, [first, torn]), { code: 'objects.parts-refused' })
    const whole = await send(2, Buffer.from('whole'))
    await store.completeUpload(key, uploadId, [first, whole])
  })

  test('parts that are altered, missing, out of order or too small are refused, and the upload goes on', async () => {
    const { store, key, uploadId, send } = await begin()
    const one = await send(1, someBytes(partSize))
    const two = await send(2, Buffer.from('small'))
    const three = await send(3, Buffer.from('last'))
    const refused = { code: 'objects.parts-refused' }
    await assert.rejects(store.completeUpload(key, uploadId, [{ ...one, etag: two.etag }]), refused)
    await assert.rejects(store.completeUpload(key, uploadId, [one, { part: 9, etag: one.etag }]), refused)
    await assert.rejects(store.completeUpload(key, uploadId, [two, one]), refused)
    await assert.rejects(store.completeUpload(key, uploadId, [one, two, three]), refused)
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })
    await store.completeUpload(key, uploadId, [one, three])
    assert.equal((await store.stat(key)).size, partSize + 4)
  })

  test('an aborted upload is gone, and takes no more parts', async () => {
    const { store, key, uploadId, send } = await begin()
    const part = await send(1, Buffer.from('x'))
    await store.abortUpload(key, uploadId)
    await assert.rejects(store.listParts(key, uploadId), { code: 'objects.upload-not-found' })
    await assert.rejects(store.completeUpload(key, uploadId, [part]), { code: 'objects.upload-not-found' })
    await assert.rejects(send(2, Buffer.from('y')), { status: 404 })
    await store.abortUpload(key, uploadId)
  })

  test('the janitor aborts the uploads begun before a date, and no other', async () => {
    const { store, key, uploadId, send } = await begin()
    await send(1, Buffer.from('x'))
    const hour = 3_600_000
    assert.equal(await store.abortStaleUploads(new Date(Date.now() - hour)), 0)
    assert.equal((await store.listParts(key, uploadId)).length, 1)
    assert.ok((await store.abortStaleUploads(new Date(Date.now() + hour))) >= 1)
    await assert.rejects(store.listParts(key, uploadId), { code: 'objects.upload-not-found' })
  })
}
