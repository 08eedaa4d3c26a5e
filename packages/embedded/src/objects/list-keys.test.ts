import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { openDatabase } from '../data-folder/index.ts'
import { listKeys } from './list-keys.ts'
import { createObjectIndex } from './object-index.ts'

const database = openDatabase(':memory:')
const index = createObjectIndex(database)
after(() => database.close())
beforeEach(() => database.exec('DELETE FROM object; DELETE FROM bucket'))

const object = { etag: 'e', modified: 0, headers: {}, blobs: [] }
function given(...keys: string[]) {
  index.addBucket('media', 0)
  for (const key of keys) index.replace('media', key, object)
}

/** Every page of a listing, as texts; a "folder" is in brackets. */
function pages({ prefix = '', delimiter = '', limit = 2 }): string[][] {
  const all: string[][] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const page = listKeys(index, 'media', { prefix, delimiter, after: next, limit })
    all.push([...page.objects.map(({ key }) => key), ...page.prefixes.map((folder) => `[${folder}]`)])
    next = page.next
  }
  return all
}

test('keys come in the order of their UTF-8 bytes, page by page, without a last empty page', () => {
  given('b', 'a', 'é', 'z', 'A', '\u{1F600}')
  assert.deepEqual(pages({}), [
    ['A', 'a'],
    ['b', 'z'],
    ['é', '\u{1F600}'],
  ])
})

test('keys after a delimiter are one common prefix, also across pages', () => {
  given('a/1', 'a/2', 'a/b/3', 'b', 'c/1', 'c0', 'd/\u{10FFFD}')
  assert.deepEqual(pages({ delimiter: '/' }), [['b', '[a/]'], ['c0', '[c/]'], ['[d/]']])
  assert.deepEqual(pages({ delimiter: '/', limit: 1 }), [['[a/]'], ['b'], ['[c/]'], ['c0'], ['[d/]']])
  assert.deepEqual(pages({ delimiter: '/', prefix: 'a/', limit: 9 }), [['a/1', 'a/2', '[a/b/]']])
})

test('a prefix is not a folder: it matches the beginning of keys, and its characters mean nothing', () => {
  given('a', 'a%', 'a%/b', 'aa', 'a_')
  assert.deepEqual(pages({ prefix: 'a%', limit: 9 }), [['a%', 'a%/b']])
  assert.deepEqual(pages({ prefix: 'a', delimiter: 'a', limit: 9 }), [['a', 'a%', 'a%/b', 'a_', '[aa]']])
  assert.deepEqual(pages({ prefix: 'nothing' }), [[]])
})

test('a listing of no objects is complete', () => {
  given('a', 'b')
  assert.deepEqual(listKeys(index, 'media', { prefix: '', delimiter: '', after: '', limit: 0 }), {
    objects: [],
    prefixes: [],
  })
})
