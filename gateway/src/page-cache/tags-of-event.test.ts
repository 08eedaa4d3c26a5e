import assert from 'node:assert/strict'
import test from 'node:test'
import { tagsOfEvent } from './tags-of-event.ts'

const event = (type: string, data: unknown = { site: 'scic' }) => ({
  specversion: '1.0' as const,
  id: '1',
  source: '/services/content',
  type,
  subject: 's1',
  time: '2026-11-21T10:00:00Z',
  sequence: 1,
  datacontenttype: 'application/json' as const,
  data,
})

test('an article makes its own page and the lists of its site old', () => {
  assert.deepEqual(tagsOfEvent(event('content.article.published')), ['article:s1', 'articles:scic'])
  assert.deepEqual(tagsOfEvent(event('content.article.withdrawn')), ['article:s1', 'articles:scic'])
})

test('an article that moved makes the lists of every site old, because it may have left one', () => {
  const tags = tagsOfEvent(event('content.article.relocated'))
  assert.deepEqual(tags, ['article:s1', 'articles:portal', 'articles:heritage', 'articles:scic', 'articles:produits'])
})

test('a section makes the tree and the lists of its site old', () => {
  assert.deepEqual(tagsOfEvent(event('content.section.revised')), ['tree:scic', 'articles:scic'])
})

test('a chantier and a commune make the pages that show them old, on every site', () => {
  assert.deepEqual(tagsOfEvent(event('content.chantier.revised')), ['chantiers'])
  assert.deepEqual(tagsOfEvent(event('content.commune.revised', null)), ['communes'])
})

test('an event that names no site concerns all of them; one of another service none', () => {
  assert.equal(tagsOfEvent(event('content.article.deleted', {})).length, 5)
  assert.equal(tagsOfEvent(event('content.section.deleted', { site: 'moon' })).length, 8)
  assert.deepEqual(tagsOfEvent(event('contacts.person.erased')), [])
})
