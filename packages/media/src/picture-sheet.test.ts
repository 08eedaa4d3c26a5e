import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceCodes, licences } from './licences.ts'
import { adviceOn, blockersOf, mentionOf, pictureSheet } from './picture-sheet.ts'

const complete = pictureSheet.parse({
  credit: 'Mairie de Bruniquel',
  caption: 'Le château',
  alternative: 'Un château au-dessus d’une falaise',
})

test('a picture is described after it is sent: an empty sheet is valid, with its licence and focal point by default', () => {
  assert.deepEqual(pictureSheet.parse({}), {
    credit: '',
    caption: '',
    alternative: '',
    licence: 'all-rights-reserved',
    themes: [],
    focal: { x: 0.5, y: 0.5 },
  })
})

test('without credit, or without caption, a picture cannot be published', () => {
  assert.deepEqual(blockersOf(complete), [])
  for (const credit of ['', '©', '  ', '—', '.'])
    assert.deepEqual(
      blockersOf({ ...complete, credit }).map(({ field }) => field),
      ['credit'],
      credit,
    )
  assert.deepEqual(
    blockersOf({ credit: '', caption: '' }).map(({ field }) => field),
    ['credit', 'caption'],
  )
})

test('a missing alternative is advice, since a picture may only decorate', () => {
  assert.deepEqual(adviceOn(complete), [])
  assert.deepEqual(
    adviceOn({ alternative: '' }).map(({ field }) => field),
    ['alternative'],
  )
})

test('what is typed is trimmed, and refused beside its field when it cannot be', () => {
  assert.equal(pictureSheet.parse({ credit: '  Office de tourisme ' }).credit, 'Office de tourisme')
  const wrong = [
    { credit: 'a\u0000b' },
    { caption: 'x'.repeat(301) },
    { licence: 'mine' },
    { themes: [''] },
    { focal: { x: 2, y: 0 } },
    { other: 1 },
  ]
  for (const input of wrong) assert.equal(pictureSheet.safeParse(input).success, false, JSON.stringify(input))
})

test('every licence has a French name and a short one, unlike the others', () => {
  for (const part of ['name', 'short'] as const) {
    const texts = licenceCodes.map((code) => licences[code][part])
    assert.equal(new Set(texts).size, licenceCodes.length)
  }
})

test('the mention says credit and licence, and © only where somebody owns', () => {
  assert.equal(
    mentionOf({ credit: '© Mairie de Bruniquel', licence: 'cc-by-sa-4.0' }),
    '©\u00a0Mairie de Bruniquel, CC BY-SA 4.0',
  )
  assert.equal(
    mentionOf({ credit: 'Archives départementales', licence: 'public-domain' }),
    'Archives départementales, domaine public',
  )
})
