import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compare, merge } from './compare.ts'

const base = { title: 'A', summary: 'S', tags: ['x'], author: '', version: 1 }
const mine = { ...base, title: 'A de moi', author: 'Mission' }
const theirs = { ...base, title: 'A d’elle', summary: 'S d’elle', version: 2 }
const fields = ['title', 'summary', 'tags', 'author']
const conflicts = compare(fields, { base, mine, theirs })

test('each difference tells who made it', () => {
  assert.deepEqual(
    conflicts.map(({ field, is }) => [field, is]),
    [
      ['title', 'both'],
      ['summary', 'theirs-only'],
      ['author', 'mine-only'],
    ],
  )
})

test('what does not cross is united; where both wrote, mine stands until another choice', () => {
  assert.deepEqual(merge(theirs, conflicts), { ...theirs, title: 'A de moi', author: 'Mission' })
  assert.equal(merge(theirs, conflicts, { title: 'theirs' }).title, 'A d’elle')
})

test('keeping all of mine or all of theirs is a choice for every field', () => {
  const all = (side: 'mine' | 'theirs') => Object.fromEntries(conflicts.map(({ field }) => [field, side]))
  const kept = merge(theirs, conflicts, all('mine'))
  for (const field of fields) assert.deepEqual(kept[field], mine[field as 'title'])
  assert.deepEqual(merge(theirs, conflicts, all('theirs')), theirs)
})

test('the same change on both sides, or an empty field written otherwise, is no difference', () => {
  const values = { base: { a: 'x', b: '' }, mine: { a: 'y', b: null }, theirs: { a: 'y', b: undefined } }
  assert.deepEqual(compare(['a', 'b'], values), [])
})
