import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aStorage } from '../testing/fakes.ts'
import { createDraftStore, type Draft } from './draft-store.ts'

const aDraft = (over: Partial<Draft> = {}): Draft => ({
  resource: 'articles',
  id: 'a',
  title: 'Titre',
  base: { id: 'a', version: 2, title: 'Avant' },
  values: { title: 'Titre' },
  savedAt: '2026-11-21T10:00:00.000Z',
  ...over,
})

test('a text is found again by the same person, with the version it began from', () => {
  const storage = aStorage()
  createDraftStore({ storage, subject: 's1' }).keep(aDraft())
  assert.deepEqual(createDraftStore({ storage, subject: 's1' }).find({ resource: 'articles', id: 'a' }), aDraft())
})

test('two people who share a computer do not see each other’s texts', () => {
  const storage = aStorage()
  createDraftStore({ storage, subject: 's1' }).keep(aDraft())
  const other = createDraftStore({ storage, subject: 's2' })
  assert.equal(other.find({ resource: 'articles', id: 'a' }), undefined)
  assert.deepEqual(other.all(), [])
})

test('a version put aside lies beside the current one; dropping one leaves the other', () => {
  const drafts = createDraftStore({ storage: aStorage(), subject: 's1' })
  drafts.keep(aDraft({ title: 'Courant' }))
  drafts.keep(aDraft({ title: 'De côté', savedAt: '2026-11-21T11:00:00.000Z' }), 'aside')
  assert.deepEqual(
    drafts.all().map(({ title }) => title),
    ['De côté', 'Courant'],
  )
  drafts.drop({ resource: 'articles', id: 'a' })
  assert.deepEqual(
    drafts.all().map(({ title }) => title),
    ['De côté'],
  )
})

test('a full or missing storage is said, never thrown', () => {
  assert.equal(createDraftStore({ storage: aStorage(10), subject: 's1' }).keep(aDraft()), false)
  const without = createDraftStore({ storage: undefined, subject: 's1' })
  assert.equal(without.keep(aDraft()), false)
  assert.equal(without.find({ resource: 'articles', id: 'a' }), undefined)
  assert.deepEqual(without.all(), [])
})

test('a damaged draft is as if there were none', () => {
  const storage = aStorage()
  const drafts = createDraftStore({ storage, subject: 's1' })
  drafts.keep(aDraft())
  for (const key of Object.keys(storage)) storage.setItem(key, '{"title":')
  assert.equal(drafts.find({ resource: 'articles', id: 'a' }), undefined)
})
