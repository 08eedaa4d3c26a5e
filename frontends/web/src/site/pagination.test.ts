import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastPage, pageAsked, withParams } from './pagination.ts'

const asked = (search: string) => pageAsked(new URLSearchParams(search))

test('a page that is no number is no page', () => {
  assert.deepEqual(['', 'page=3', 'page=0', 'page=-1', 'page=1.5', 'page=x', 'page=99999'].map(asked), [
    ...[1, 3],
    ...Array(5).fill(undefined),
  ])
})

test('an empty list has one page', () =>
  assert.deepEqual([lastPage(0, 10), lastPage(10, 10), lastPage(11, 10)], [1, 1, 2]))

test('one parameter changes and the others stay', () => {
  const url = new URL('http://a.test/recherche?q=l%27eau&kind=page&page=2')
  assert.equal(withParams(url, { kind: undefined, page: undefined }), '/recherche?q=l%27eau')
  assert.equal(withParams(url, { page: '3' }), '/recherche?q=l%27eau&kind=page&page=3')
})
