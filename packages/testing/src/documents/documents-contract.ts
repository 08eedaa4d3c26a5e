import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aggregatingPromises } from './aggregating-promises.ts'
import { allowedOperations } from './allowed-operations.ts'
import { concurrencyPromises } from './concurrency-promises.ts'
import { createDocumentsWorld, type DocumentsFixture, type DocumentsWorld } from './documents-world.ts'
import { filterPromises } from './filter-promises.ts'
import { readingPromises } from './reading-promises.ts'
import { schemaPromises } from './schema-promises.ts'
import { updatingPromises } from './updating-promises.ts'
import { writingPromises } from './writing-promises.ts'

/**
 * What we rely on in every server that speaks MongoDB's protocol: genuine MongoDB, its stand-in for tests, and the
 * embedded engine. Registers its tests with node:test; works in a database of its own, which it drops.
 */
export function documentsContract(name: string, { connect }: { connect(): Promise<DocumentsFixture> }): void {
  describe(`documents on ${name}`, { timeout: 120_000 }, () => {
    let world: DocumentsWorld
    before(async () => {
      world = await createDocumentsWorld(await connect())
    })
    after(() => world?.stop())

    describe('filters', () => filterPromises(() => world))
    describe('reading', () => readingPromises(() => world))
    describe('writing', () => writingPromises(() => world))
    describe('updating', () => updatingPromises(() => world))
    describe('many at a time', () => concurrencyPromises(() => world))
    describe('aggregating', () => aggregatingPromises(() => world))
    describe('collections and schemas', () => schemaPromises(() => world))

    test('the suite has used the operations that we allow, all of them and no others', async () => {
      await world.leave()
      assert.deepEqual(world.seen.commands(), allowedOperations.commands)
      assert.deepEqual(world.seen.operators(), [...new Set<string>(allowedOperations.operators)].sort())
    })
  })
}
