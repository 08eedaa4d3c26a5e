import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openForm } from './opening.ts'

const given = {
  resource: 'articles',
  record: undefined,
  defaults: { kind: 'article', tags: [] },
  draft: undefined,
  newKey: () => 'new',
}
const record = { id: 'a', version: 5, title: 'Enregistré' }
const draft = {
  resource: 'articles',
  id: 'a',
  title: 'Tapé',
  base: { id: 'a', version: 4, title: 'Avant' },
  values: { title: 'Tapé' },
  savedAt: '2026-11-21T10:00:00.000Z',
}

test('without a draft a form shows what is stored, or its defaults', () => {
  assert.deepEqual(openForm({ ...given, record }), {
    key: { resource: 'articles', id: 'a' },
    base: record,
    values: record,
    takenUp: undefined,
    idempotencyKey: 'new',
  })
  assert.deepEqual(openForm(given).values, { kind: 'article', tags: [] })
})

test('a draft is taken up with the version it began from, so that saving it cannot overwrite a newer one unseen', () => {
  const opening = openForm({ ...given, record, draft })
  assert.equal(opening.values.title, 'Tapé')
  assert.equal(opening.base?.version, 4)
})

test('a creation that is tried again after reloading keeps its key', () => {
  const opening = openForm({ ...given, draft: { ...draft, base: null, idempotencyKey: 'k1' } })
  assert.equal(opening.idempotencyKey, 'k1')
  assert.equal(opening.values.kind, 'article')
})
