import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chantierPictograms, themePictograms } from './chosen-pictograms.ts'
import { pictogramNames, pictogramSprite } from './pictograms.ts'

test('every pictogram is one symbol of the sprite, on a grid of 24 fields', () => {
  const symbols = [...pictogramSprite().matchAll(/<symbol id="([^"]+)" viewBox="0 0 96 96"/g)].map(([, id]) => id)
  assert.deepEqual(symbols, pictogramNames)
})

test('the fifteen chantiers have fifteen different pictograms', () => {
  const names = Object.values(chantierPictograms)
  assert.equal(names.length, 15)
  assert.equal(new Set(names).size, 15)
})

test('every theme of a content has its pictogram', () => {
  assert.equal(Object.keys(themePictograms).length, 16)
  for (const name of Object.values(themePictograms)) assert.ok(pictogramNames.includes(name))
})
