import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test } from 'node:test'
import { aKey, contractOrigin, type ObjectsWorld, s3Code } from './objects-world.ts'
import { createS3Signer } from './s3-signer.ts'

const minutes = 60_000

/** Signatures: nothing without one, and nothing but what was signed. */
export function addressPromises(world: () => ObjectsWorld): void {
  const given = async () => {
    const { store, ...rest } = world()
    const key = aKey('fiche.pdf')
    await store.put(key, Buffer.from('hello'), { size: 5, type: 'application/pdf' })
    return { store, key, ...rest, target: `/${rest.bucket}/${key}` }
  }
  const statusOf = async (address: string, init?: RequestInit) => {
    const response = await fetch(address, init)
    await response.text()
    return response.status
  }

  test('a signed address gives the object, under a French file name when asked', async () => {
    const { store, key } = await given()
    const address = await store.signedGet(key, { expiresInSeconds: 60, downloadName: 'Fiche d’été.pdf' })
    const response = await fetch(address)
    assert.equal(response.status, 200)
    assert.equal(await response.text(), 'hello')
    const disposition = response.headers.get('content-disposition') ?? ''
    assert.ok(disposition.endsWith(`filename*=UTF-8''Fiche%20d%E2%80%99%C3%A9t%C3%A9.pdf`), disposition)
  })

  test('a signed address takes an object, of the type that the browser says', async () => {
    const { store } = world()
    const key = aKey()
    const address = await store.signedPut(key, { expiresInSeconds: 60 })
    assert.equal(
      await statusOf(address, { method: 'PUT', body: 'data', headers: { 'content-type': 'image/png' } }),
      200,
    )
    assert.equal((await store.stat(key)).type, 'image/png')
  })

  test('an address serves its own method, key and time only', async () => {
    const { store, key, signer, target, bucket } = await given()
    const get = await store.signedGet(key, { expiresInSeconds: 60 })
    assert.equal(await statusOf(get, { method: 'PUT', body: 'evil' }), 403)
    assert.equal(await statusOf(get, { method: 'DELETE' }), 403)
    assert.equal(await statusOf(get.replace(key, aKey())), 403)
    assert.equal(await statusOf(get.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')), 403)
    assert.equal(await statusOf(`${get}&response-content-type=text%2Fhtml`), 403)
    const ago = (time: number) => ({ target, at: new Date(Date.now() - time) })
    assert.equal(await statusOf(signer.address(ago(2 * minutes), 60)), 403)
    assert.equal(await statusOf(signer.address(ago(2 * minutes), 600)), 200)
    assert.match(String(await statusOf(get.replace(`/${bucket}/`, '/another-bucket/'))), /^40[34]$/)
  })

  test('nothing is given without the right keys', async () => {
    const { signer, endpoint, target, ...keys } = await given()
    const url = endpoint + target
    assert.equal(await statusOf(url), 403)
    const withWrongSecret = createS3Signer({ ...keys, endpoint, secretKey: 'another-secret-key' })
    const wrong = await fetch(url, { headers: withWrongSecret.headers({ target }) })
    assert.equal(wrong.status, 403)
    assert.equal(await s3Code(wrong), 'SignatureDoesNotMatch')
    const unknown = createS3Signer({ ...keys, endpoint, accessKey: 'somebody-else' })
    assert.equal(await statusOf(url, { headers: unknown.headers({ target }) }), 403)
    assert.equal(await statusOf(withWrongSecret.address({ target }, 60)), 403)
    const old = signer.headers({ target, at: new Date(Date.now() - 30 * minutes) })
    assert.equal(await statusOf(url, { headers: old }), 403)
  })

  test('a signed Content-Length is kept to', async () => {
    const { store, signer, bucket } = await given()
    const key = aKey()
    const target = `/${bucket}/${key}`
    const address = signer.address({ method: 'PUT', target, headers: { 'content-length': '4' } }, 60)
    assert.equal(await statusOf(address, { method: 'PUT', body: 'five!' }), 403)
    await assert.rejects(store.stat(key), { code: 'objects.not-found' })
    assert.equal(await statusOf(address, { method: 'PUT', body: 'four' }), 200)
  })

  test('the page of an allowed origin may upload, and reads the ETag of the answer', async () => {
    const { store } = world()
    const address = await store.signedPut(aKey(), { expiresInSeconds: 60 })
    // Not by fetch, which does not let a program say its Origin.
    const call = (method: string, headers: Record<string, string>, body = '') =>
      new Promise<Record<string, string | string[] | undefined>>((resolve, reject) => {
        const sent = request(address, { method, headers: { origin: contractOrigin, ...headers } }, (response) => {
          response.resume()
          resolve({ ...response.headers, status: String(response.statusCode) })
        })
        sent.on('error', reject)
        sent.end(body)
      })
    const preflight = await call('OPTIONS', {
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    })
    assert.match(String(preflight.status), /^20[04]$/)
    assert.match(String(preflight['access-control-allow-origin']), new RegExp(`^(\\*|${contractOrigin})$`))
    assert.match(String(preflight['access-control-allow-methods']), /PUT/)
    assert.match(String(preflight['access-control-allow-headers']), /content-type|\*/i)
    const put = await call('PUT', { 'content-length': '4' }, 'data')
    assert.equal(put.status, '200')
    assert.match(String(put['access-control-allow-origin']), new RegExp(`^(\\*|${contractOrigin})$`))
    assert.match(String(put['access-control-expose-headers']), /etag|\*/i)
  })
}
