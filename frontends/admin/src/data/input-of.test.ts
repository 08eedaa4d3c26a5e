import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleInput, chantierInput, communeInput, sectionInput } from '@pmq/contracts/content'
import { anArticle, aText, chantiersOf, communesOf, sectionsOf } from '../testing/fixture-data.ts'
import { errorsOf, fieldErrors, inputOf } from './input-of.ts'

test('of a stored record only what the contract takes is sent, and it is accepted', () => {
  for (const [schema, record] of [
    [articleInput, anArticle()],
    [sectionInput, sectionsOf()[1]],
    [chantierInput, chantiersOf()[0]],
    [communeInput, communesOf()[0]],
  ] as const) {
    const input = inputOf(schema, record) as Record<string, unknown>
    assert.equal('id' in input, false)
    assert.ok(schema.safeParse(input).success)
    assert.equal(errorsOf(schema, record), undefined)
  }
})

test('fields that inputs emptied to null are sent as the contract has them', () => {
  const input = inputOf(articleInput, {
    ...anArticle(),
    summary: null,
    author: null,
    chantier: '',
    tags: null,
  }) as Record<string, unknown>
  assert.equal(input.summary, '')
  assert.equal(input.chantier, null)
  assert.deepEqual(input.tags, [])
  assert.equal('menuTitle' in (inputOf(sectionInput, { ...sectionsOf()[0], menuTitle: null }) as object), false)
})

test('empty lines and emptied figures are left out', () => {
  const values = {
    ...chantiersOf()[0],
    objectives: ['Un', '', null, 'Deux'],
    indicators: [{ label: 'Km', value: null, year: null }],
  }
  const input = inputOf(chantierInput, values) as Record<string, unknown>
  assert.deepEqual(input.objectives, ['Un', 'Deux'])
  assert.deepEqual(input.indicators, [{ label: 'Km' }])
})

test('what is missing or too long is said at its field, in French', () => {
  const errors = errorsOf(articleInput, { ...anArticle(), title: null, section: '', summary: 'x'.repeat(301) })
  assert.deepEqual(errors, {
    title: 'Ce champ est obligatoire.',
    section: 'Ce champ est obligatoire.',
    summary: '300\u00a0caractères au plus.',
  })
})

test('a fault deep in a rich text is said at the text', () => {
  const body = aText('a')
  const errors = errorsOf(articleInput, { ...anArticle(), body: { ...body, content: [{ type: 'video' }] } })
  assert.deepEqual(Object.keys(errors ?? {}), ['body'])
  assert.equal(typeof errors?.body, 'string')
})

test('a fault in a list of sentences tells the line, one in a row of fields its field', () => {
  assert.deepEqual(
    fieldErrors(chantierInput, [
      { path: ['objectives', '1'], message: 'Trop long.' },
      { path: ['indicators', '0', 'label'], message: 'Obligatoire.' },
      { path: ['indicators', '0', 'label'], message: 'Autre.' },
      { path: [], message: 'Champ inconnu.' },
    ]),
    { objectives: 'Ligne 2\u00a0: Trop long.', indicators: { 0: { label: 'Obligatoire.' } }, root: 'Champ inconnu.' },
  )
})
