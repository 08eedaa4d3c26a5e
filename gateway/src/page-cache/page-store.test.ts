import assert from 'node:assert/strict'
import test from 'node:test'
import { createCachedPage } from './cached-page.ts'
import { createPageStore } from './page-store.ts'

const page = (size: number, ...tags: string[]) => createCachedPage({}, Buffer.alloc(size, 'x'), tags, 0)

test('a page is found by its site and address, and forgotten by any of its tags', () => {
  const store = createPageStore(1e6)
  store.put('portal', '/a', page(100, 'article:1', 'tree:portal'))
  store.put('scic', '/a', page(100, 'tree:scic'))
  assert.equal(store.get('portal', '/a')?.tags[0], 'article:1')
  assert.equal(store.get('portal', '/b'), undefined)
  store.forgetTagged(['tree:portal', 'unknown'])
  assert.equal(store.get('portal', '/a'), undefined)
  assert.ok(store.get('scic', '/a'))
  assert.equal(store.size, 1)
})

test('the memory has a limit; pages that are not read go first', () => {
  const store = createPageStore(5_000)
  for (const name of ['a', 'b', 'c', 'd']) store.put('portal', `/${name}`, page(1_000))
  const read = store.get('portal', '/a')
  if (read) read.used = true
  for (const name of ['e', 'f']) store.put('portal', `/${name}`, page(1_000))
  assert.ok(store.bytes <= 5_000)
  assert.ok(store.get('portal', '/a'))
  assert.equal(store.get('portal', '/b'), undefined)
  assert.ok(store.get('portal', '/f'))
})

test('invented queries of one path do not push out the other pages', () => {
  const store = createPageStore(1e6)
  store.put('portal', '/a', page(100))
  for (let i = 0; i < 1_000; i += 1) store.put('portal', `/b?x=${i}`, page(100))
  assert.ok(store.get('portal', '/a'))
  assert.equal(store.size, 33)
})

test('a page that grows after it was forgotten takes no room', () => {
  const store = createPageStore(1e6)
  const kept = page(100, 't')
  store.put('portal', '/a', kept)
  store.forgetTagged(['t'])
  store.grown('portal', '/a', kept, 500)
  assert.equal(store.bytes, 0)
})

test('what is replaced and cleared is given back', () => {
  const store = createPageStore(1e6)
  store.put('portal', '/a', page(100, 't'))
  store.put('portal', '/a', page(200, 't'))
  assert.equal(store.size, 1)
  const { bytes } = store
  assert.ok(bytes < 400)
  store.clear()
  assert.deepEqual([store.size, store.bytes], [0, 0])
})
