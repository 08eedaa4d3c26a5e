import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createObjectStore } from '@pmq/platform/objects'
import { addressPromises } from './address-promises.ts'
import { multipartPromises } from './multipart-promises.ts'
import { objectPromises } from './object-promises.ts'
import { contractOrigin, createObjectsWorld, type ObjectsContractOptions, type ObjectsWorld } from './objects-world.ts'

/**
 * What we rely on in every S3 server, whoever made it. Registers its tests with node:test.
 * The server must let in the pages of `contractOrigin`, by `PutBucketCors` or by its own setting.
 */
export function objectsContract(name: string, { start, tornBodies = 'refused' }: ObjectsContractOptions): void {
  describe(`objects on ${name}`, { timeout: 120_000 }, () => {
    let world: ObjectsWorld
    before(async () => {
      world = await createObjectsWorld(await start())
    })
    after(() => world?.stop())

    test('a bucket is made once, however often it is asked for', async () => {
      await world.store.ensureBucket({ corsOrigins: [contractOrigin] })
      await world.store.ensureBucket()
      await world.store.check()
    })

    test('a store without the bucket, or without a server, fails its check', async () => {
      const elsewhere = createObjectStore({ ...world, bucket: `${world.bucket.slice(0, 40)}-missing` })
      await assert.rejects(elsewhere.check(), { code: 'objects.unavailable' })
      const nowhere = createObjectStore({ ...world, endpoint: 'http://127.0.0.1:9' })
      await assert.rejects(nowhere.check(), { code: 'objects.unavailable' })
    })

    describe('objects', () => objectPromises(() => world, tornBodies))
    describe('signatures', () => addressPromises(() => world))
    describe('uploads in parts', () => multipartPromises(() => world, tornBodies))
  })
}
