import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SectionView } from '@pmq/contracts/content'
import { inTreeOrder, treeOf, withoutBranch } from './tree.ts'

const aSection = (id: string, parent: string | null, position = 0): SectionView => ({
  id,
  parent,
  position,
  site: 'portal',
  slug: id,
  title: id,
  summary: '',
  inMenu: true,
  inFooter: false,
  shows: 'contents',
  version: 1,
  path: `/${id}`,
  depth: 1,
  updatedAt: '2026-11-21T10:00:00.000Z',
})
const site = [
  aSection('b', null, 2),
  aSection('a2', 'a', 1),
  aSection('a', null, 1),
  aSection('a1', 'a', 1),
  aSection('a11', 'a1'),
]

test('sections stand under their parent, in the order of their position, then of their title', () => {
  assert.deepEqual(
    inTreeOrder(site).map(({ id, level }) => `${level}${id}`),
    ['0a', '1a1', '2a11', '1a2', '0b'],
  )
})

test('a section whose parent is gone is still seen', () => {
  assert.deepEqual(
    treeOf([aSection('x', 'gone')]).map(({ id }) => id),
    ['x'],
  )
})

test('a section is not offered as its own parent, nor are those below it', () => {
  assert.deepEqual(
    withoutBranch(site, 'a').map(({ id }) => id),
    ['b'],
  )
})
