import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { eventually } from '../eventually/index.ts'
import { aKey, type ObjectsWorld, s3Code, sha256Of, someBytes, stays, tearUpload } from './objects-world.ts'

/** Objects: whole or not there. */
export function objectPromises(world: () => ObjectsWorld, tornBodies: 'refused' | 'kept'): void {
  test('an object comes back as it was put, with its size and type', async () => {
    const { store } = world()
    const key = aKey()
    const bytes = someBytes(300_000)
    const { etag, sha256 } = await store.put(key, Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
      size: bytes.length,
      type: 'image/jpeg',
    })
    assert.equal(sha256, sha256Of(bytes))
    assert.ok(bytes.equals(await buffer(await store.get(key))))
    const { modified, ...stat } = await store.stat(key)
    assert.deepEqual(stat, { key, size: bytes.length, type: 'image/jpeg', etag })
    assert.ok(Math.abs(modified.getTime() - Date.now()) < 60_000)
  })

  test('an empty object is an object', async () => {
    const { store } = world()
    const key = aKey()
    await store.put(key, Buffer.alloc(0), { size: 0, type: 'text/plain' })
    assert.equal((await store.stat(key)).size, 0)
    assert.equal((await buffer(await store.get(key))).length, 0)
  })

  test('an object put again replaces the one that was there', async () => {
    const { store } = world()
    const key = aKey()
    const first = await store.put(key, Buffer.from('first, and longer'), { size: 17, type: 'text/plain' })
    const second = await store.put(key, Buffer.from('second'), { size: 6, type: 'text/plain' })
    assert.notEqual(first.etag, second.etag)
    assert.equal((await buffer(await store.get(key))).toString(), 'second')
  })

  test('an object that is not there is said not to be there, and may be removed again', async () => {
    const { store } = world()
    const key = aKey()
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })
    await assert.rejects(store.get(key), { code: 'objects.not-found' })
    await store.remove(key)
    await store.put(key, Buffer.from('x'), { size: 1, type: 'text/plain' })
    await store.remove(key)
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })
  })

  test('a listing has every object under a prefix, and no other', async () => {
    const { store } = world()
    const folder = aKey('list')
    const keys = ['a.jpg', 'b/0123', 'b/c.jpg', 'd.jpg'].map((name) => `${folder}/${name}`)
    for (const key of [...keys, `${folder}er`]) await store.put(key, Buffer.from('x'), { size: 1, type: 'text/plain' })
    const listed: string[] = []
    for await (const { key, size } of store.list(`${folder}/`)) {
      assert.equal(size, 1)
      listed.push(key)
    }
    assert.deepEqual(listed.sort(), keys)
    for await (const { key } of store.list(`${folder}/nothing`)) assert.fail(key)
  })

  test('a long listing comes in pages that continue one another', async () => {
    const { store, signer, endpoint, bucket } = world()
    const folder = aKey('pages')
    for (const n of [1, 2, 3, 4, 5])
      await store.put(`${folder}/${n}`, Buffer.from('x'), { size: 1, type: 'text/plain' })
    const listed: string[] = []
    let token = ''
    do {
      const continued = token === '' ? '' : `continuation-token=${encodeURIComponent(token)}&`
      const target = `/${bucket}?${continued}list-type=2&max-keys=2&prefix=${encodeURIComponent(folder)}`
      const page = await (await fetch(`${endpoint}${target}`, { headers: signer.headers({ target }) })).text()
      const keys = [...page.matchAll(/<Key>(.*?)<\/Key>/g)].map(([, key]) => key ?? '')
      assert.ok(keys.length <= 2)
      listed.push(...keys)
      token = /<NextContinuationToken>(.*?)<\/NextContinuationToken>/.exec(page)?.[1] ?? ''
    } while (token !== '' && listed.length < 9)
    assert.deepEqual(
      listed,
      [1, 2, 3, 4, 5].map((n) => `${folder}/${n}`),
    )
  })

  test('a reader may ask for some bytes only', async () => {
    const { store } = world()
    const key = aKey()
    const bytes = someBytes(100_000)
    await store.put(key, bytes, { size: bytes.length, type: 'video/mp4' })
    const address = await store.signedGet(key, { expiresInSeconds: 60 })
    const ask = (range: string) => fetch(address, { headers: { range } })
    const middle = await ask('bytes=50000-50099')
    assert.equal(middle.status, 206)
    assert.equal(middle.headers.get('content-range'), 'bytes 50000-50099/100000')
    assert.ok(bytes.subarray(50_000, 50_100).equals(Buffer.from(await middle.arrayBuffer())))
    const end = await ask('bytes=-10')
    assert.ok(bytes.subarray(-10).equals(Buffer.from(await end.arrayBuffer())))
    const outside = await ask('bytes=100000-')
    assert.equal(outside.status, 416)
    await outside.text()
  })

  test('a reader that has the object already is not sent it again', async () => {
    const { store } = world()
    const key = aKey()
    const { etag } = await store.put(key, Buffer.from('x'), { size: 1, type: 'text/plain' })
    const address = await store.signedGet(key, { expiresInSeconds: 60 })
    const ask = async (headers: Record<string, string>) => {
      const response = await fetch(address, { headers })
      await response.text()
      return response.status
    }
    assert.equal(await ask({ 'if-none-match': `"${etag}"` }), 304)
    assert.equal(await ask({ 'if-none-match': '"another"' }), 200)
    assert.equal(await ask({ 'if-match': `"${etag}"` }), 200)
    assert.equal(await ask({ 'if-match': '"another"' }), 412)
  })

  const tear = async (key: string) => {
    const address = await world().store.signedPut(key, { expiresInSeconds: 60 })
    await tearUpload(address, { announced: 1_000_000, sent: someBytes(500_000) })
  }

  if (tornBodies === 'kept') {
    test('an upload that breaks off is kept by this server, and its size shows that it is not whole', async () => {
      const { store } = world()
      const key = aKey()
      await tear(key)
      const { size } = await eventually(() => store.stat(key))
      assert.ok(size < 1_000_000, `${size} bytes`)
    })
  } else {
    test('an upload that breaks off leaves nothing, and what was there stays', async () => {
      const { store } = world()
      const key = aKey()
      await tear(key)
      await stays(() => assert.rejects(store.stat(key), { code: 'objects.not-found' }))
      await store.put(key, Buffer.from('whole'), { size: 5, type: 'text/plain' })
      await tear(key)
      await stays(async () => assert.equal((await store.stat(key)).size, 5))
      assert.equal((await buffer(await store.get(key))).toString(), 'whole')
    })
  }

  test('a body that is not the one that was signed is refused, and leaves nothing', async () => {
    const { store, signer, endpoint, bucket } = world()
    const key = aKey()
    const signing = { method: 'PUT', target: `/${bucket}/${key}` }
    const headers = signer.headers(signing, 'what was signed')
    const response = await fetch(endpoint + signing.target, { method: 'PUT', headers, body: 'what was sent!!' })
    assert.equal(response.status, 400)
    assert.match(await s3Code(response), /^(BadDigest|XAmzContentSHA256Mismatch|XAmzContentChecksumMismatch)$/)
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })
  })

  test('a stream that fails, or has another size than announced, leaves nothing', async () => {
    const { store } = world()
    const key = aKey()
    async function* failing() {
      yield someBytes(100_000)
      throw new RangeError('the source broke')
    }
    const type = 'text/plain'
    await assert.rejects(store.put(key, Readable.from(failing()), { size: 200_000, type }), /the source broke/)
    await assert.rejects(store.put(key, Buffer.from('short'), { size: 6, type }), { code: 'objects.size-mismatch' })
    await assert.rejects(store.put(key, Buffer.from('long'), { size: 3, type }), { code: 'objects.size-mismatch' })
    const shorter = Readable.from([someBytes(100_000)])
    await assert.rejects(store.put(key, shorter, { size: 100_001, type }), { code: 'objects.size-mismatch' })
    await stays(() => assert.rejects(store.stat(key), { code: 'objects.not-found' }))
  })
}
