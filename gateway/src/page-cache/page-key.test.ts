import assert from 'node:assert/strict'
import test from 'node:test'
import { pageTarget } from './page-key.ts'

test('parameters of newsletters and advertisers do not make another page', () => {
  assert.equal(pageTarget('/a?utm_source=lettre&utm_campaign=x'), '/a')
  assert.equal(pageTarget('/a?page=2&fbclid=1&tag=eau'), '/a?page=2&tag=eau')
  assert.equal(pageTarget('/a?'), '/a')
  assert.equal(pageTarget('/a?utm=1&autm_x=2'), '/a?utm=1&autm_x=2')
})
