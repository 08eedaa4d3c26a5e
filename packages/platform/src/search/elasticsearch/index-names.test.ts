import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indexNames } from './index-names.ts'

test('a copy belongs to one version of one index; lookalikes belong to none', () => {
  const names = indexNames('pmq-', 'articles', 3)
  assert.equal(names.versionOf(names.first), 3)
  assert.equal(names.versionOf(names.another()), 3)
  assert.equal(names.versionOf('pmq-articles-v12-first'), 12)
  for (const other of ['pmq-articles-v3-next', 'pmq-articles-v3', 'articles-v3-first', 'pmq-articles-vue-v1-first']) {
    assert.equal(names.versionOf(other), undefined, other)
  }
})
