import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchPreview } from '../index.ts'
import { widthOf } from './text-width.ts'

const aPage = {
  site: { name: 'Pays d’exemple', address: 'https://exemple.fr' },
  path: '/vivre-ici/marche-de-printemps',
  title: 'Marché de printemps',
  description: 'Quarante exposants sous la halle.',
}

test('a short title and a short description are shown whole', () => {
  const { title, titleCut, description, descriptionCut } = searchPreview(aPage)
  assert.deepEqual([title, titleCut], ['Marché de printemps', false])
  assert.deepEqual([description, descriptionCut], ['Quarante exposants sous la halle.', false])
})

test('a long title is cut between two words, and the ellipsis still fits', () => {
  const whole = 'Le marché de printemps revient sous la halle avec quarante exposants, des ateliers et de la musique'
  const { title, titleCut, titlePixels, titlePixelsMost } = searchPreview({ ...aPage, title: whole })
  assert.equal(titleCut, true)
  assert.match(title, /^Le marché de printemps revient sous la halle avec \p{L}+…$/u)
  assert.ok(whole.startsWith(title.slice(0, -1)))
  assert.ok(widthOf(title, 20) <= titlePixelsMost)
  assert.ok(titlePixels > titlePixelsMost)
})

test('a title is cut by its width, not by its number of letters', () => {
  assert.equal(searchPreview({ ...aPage, title: 'MMMM '.repeat(9) }).titleCut, true)
  assert.equal(searchPreview({ ...aPage, title: 'illi '.repeat(12) }).titleCut, false)
})

test('a word that does not fit alone is cut inside', () => {
  assert.match(searchPreview({ ...aPage, title: 'M'.repeat(80) }).title, /^M+…$/)
})

test('a letter with an accent is as wide as without, and capitals are wider than small letters', () => {
  assert.equal(widthOf('é', 20), widthOf('e', 20))
  assert.ok(widthOf('HALLE', 20) > widthOf('halle', 20))
})

test('a long description is cut at a word, without punctuation before the ellipsis', () => {
  const { description, descriptionCut } = searchPreview({ ...aPage, description: 'sous la halle, '.repeat(20) })
  assert.equal(descriptionCut, true)
  assert.ok([...description].length <= 155)
  assert.match(description, /\p{L}…$/u)
})

test('the address is the host and the parts of the path; the middle of a deep path is left out', () => {
  assert.deepEqual(searchPreview(aPage).breadcrumb, ['exemple.fr', 'vivre-ici', 'marche-de-printemps'])
  assert.deepEqual(searchPreview({ ...aPage, path: '/' }).breadcrumb, ['exemple.fr'])
  assert.deepEqual(searchPreview({ ...aPage, path: '/a/b/c/d?e=f' }).breadcrumb, ['exemple.fr', 'a', '…', 'd'])
})
