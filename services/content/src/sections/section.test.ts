import assert from 'node:assert/strict'
import test from 'node:test'
import { Refusal } from '@pmq/platform/errors'
import { aSection, aSectionInput, now } from '../testing/builders.ts'
import { createSection, deleteSection, followParent, reviseSection } from './section.ts'
import { lineageOf, pathOf, sectionAt, subtreeOf, treeOf } from './section-tree.ts'

const habiter = aSection()
const renover = aSection({ id: 'renover', parent: habiter.id, slug: 'renover', title: 'Rénover' })
const aides = aSection({ id: 'aides', parent: 'renover', slug: 'aides', title: 'Les aides' })
const manger = aSection({ id: 'manger', slug: 'se-nourrir', title: 'Se nourrir', position: 0 })
const tree = [habiter, renover, aides, manger]
const refuses = (code: string, command: () => unknown) =>
  assert.throws(command, (error) => error instanceof Refusal && error.code === code)

test('the address of a section is the way to it through the tree', () => {
  assert.equal(pathOf(tree, 'aides'), '/habiter/renover/aides')
  assert.equal(sectionAt(tree, '/habiter/renover')?.id, 'renover')
  assert.equal(sectionAt(tree, '/renover'), undefined)
})

test('the tree is drawn in the order that staff chose', () => {
  assert.deepEqual(
    treeOf(tree).map(({ title }) => title),
    ['Se nourrir', 'Habiter'],
  )
})

test('a tree that was broken by hand is still drawn', () => {
  const loop = [aSection({ id: 'a', parent: 'b', slug: 'a' }), aSection({ id: 'b', parent: 'a', slug: 'b' })]
  assert.equal(lineageOf(loop, 'a').length, 2)
  assert.equal(pathOf([aSection({ id: 'x', parent: 'gone', slug: 'x' })], 'x'), '/x')
})

test('two sections at one place cannot share an address', () => {
  refuses('slug.taken', () => createSection(aSectionInput(), { id: 'new', others: tree, now }))
  assert.equal(
    createSection(aSectionInput({ parent: 'manger' }), { id: 'new', others: tree, now }).state.slug,
    'habiter',
  )
})

test('an address that the program needs is refused', () => {
  refuses('slug.reserved', () => createSection(aSectionInput({ slug: 'recherche' }), { id: 'new', others: tree, now }))
})

test('a section cannot be put into itself or below itself', () => {
  refuses('section.cycle', () => reviseSection(habiter, aSectionInput({ parent: 'aides' }), { others: tree, now }))
  refuses('section.cycle', () => reviseSection(habiter, aSectionInput({ parent: habiter.id }), { others: tree, now }))
})

test('the tree has four levels at most', () => {
  const fourth = aSection({ id: 'fourth', parent: 'aides', slug: 'fourth' })
  refuses('section.too-deep', () =>
    createSection(aSectionInput({ parent: 'fourth', slug: 'fifth' }), { id: 'new', others: [...tree, fourth], now }),
  )
})

test('a section that moves keeps its old address as a way to it', () => {
  const { state, event } = reviseSection(
    renover,
    aSectionInput({ parent: 'manger', slug: 'renover', title: 'Rénover' }),
    { others: tree, now },
  )
  assert.deepEqual(state.formerPaths, ['/habiter/renover'])
  assert.equal((event?.data as { path: string } | undefined)?.path, '/se-nourrir/renover')
})

test('a section whose parent moved announces its new address', () => {
  const { state, event } = followParent(aides, { before: '/habiter/renover/aides', after: '/se-nourrir/renover/aides' })
  assert.deepEqual(state.formerPaths, ['/habiter/renover/aides'])
  assert.equal(event?.type, 'content.section.revised')
})

test('only an empty section can be deleted', () => {
  refuses('section.not-empty', () => deleteSection(renover, { others: tree, contents: 0 }))
  refuses('section.not-empty', () => deleteSection(aides, { others: tree, contents: 2 }))
  assert.equal(deleteSection(aides, { others: tree, contents: 0 }).event?.type, 'content.section.deleted')
})

test('what is below a section includes itself', () => {
  assert.deepEqual(
    subtreeOf(tree, 'renover').map(({ id }) => id),
    ['renover', 'aides'],
  )
})
