import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typographic, typographicMessages } from './french-typography.ts'

test('messages of the library get French apostrophes, guillemets and spaces', () => {
  assert.equal(typographic("L'élément n'existe pas !"), 'L’élément n’existe pas\u202f!')
  assert.equal(typographic('Lignes par page :'), 'Lignes par page\u00a0:')
  assert.equal(typographic('Retirer "%{name}"...'), 'Retirer «\u202f%{name}\u202f»…')
})

test('places for names and plural forms are left alone', () => {
  const plural = '%{smart_count} élément |||| %{smart_count} éléments'
  assert.equal(typographic(plural), plural)
  assert.deepEqual(typographicMessages({ ra: { page: { empty: "Rien d'écrit." } } }), {
    ra: { page: { empty: 'Rien d’écrit.' } },
  })
})
