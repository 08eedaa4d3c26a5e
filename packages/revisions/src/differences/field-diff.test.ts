import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown } from '@pmq/rich-text'
import { type Field, fieldDiff } from './field-diff.ts'

const fields: Field[] = [
  { name: 'title', as: 'text' },
  { name: 'body', as: 'rich' },
  { name: 'tags', as: 'words' },
  { name: 'publishedAt', as: 'moment' },
  { name: 'state', as: 'choice' },
]
const article = {
  title: 'Douze boucles',
  body: fromMarkdown('Bonjour à tous.'),
  tags: ['eau', 'bois'],
  publishedAt: new Date('2026-03-01T08:00:00Z'),
  state: 'draft',
}

test('only the fields that changed are told, in their order, with the words of all of them', () => {
  const after = { ...article, title: 'Treize boucles', body: fromMarkdown('Bonjour à vous tous.'), state: 'published' }
  const { fields: changed, words } = fieldDiff(article, after, fields)
  assert.deepEqual(
    changed.map(({ name, as }) => [name, as]),
    [
      ['title', 'text'],
      ['body', 'rich'],
      ['state', 'choice'],
    ],
  )
  assert.deepEqual(words, { added: 2, removed: 1 })
})

test('what is the same, in another order or another dress, did not change', () => {
  const after = { ...article, tags: ['bois', 'eau'], publishedAt: '2026-03-01T08:00:00.000Z' }
  assert.deepEqual(fieldDiff(article, after, fields), { fields: [], words: { added: 0, removed: 0 } })
})

test('of a list of words, what came and what went is told', () => {
  const [tags] = fieldDiff(article, { ...article, tags: ['eau', 'air'] }, fields).fields
  assert.deepEqual(tags, {
    name: 'tags',
    as: 'words',
    kept: ['eau'],
    added: ['air'],
    removed: ['bois'],
    words: { added: 0, removed: 0 },
  })
})

test('a moment that goes is told with what it was', () => {
  const [moment] = fieldDiff(article, { ...article, publishedAt: null }, fields).fields
  assert.deepEqual(moment?.as === 'moment' && [moment.before, moment.after], ['2026-03-01T08:00:00.000Z', null])
})

test('of a first version everything that has a value is new', () => {
  const { fields: changed, words } = fieldDiff(undefined, article, fields)
  assert.equal(changed.length, 5)
  assert.deepEqual(words, { added: 5, removed: 0 })
})

test('a field that older versions had otherwise, or not at all, does not stop the comparison', () => {
  const older = { title: 12, body: 'du texte', tags: null, publishedAt: 'hier' }
  assert.equal(fieldDiff(older, article, fields).fields.length, 5)
})
