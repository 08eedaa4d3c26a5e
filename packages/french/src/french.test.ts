import assert from 'node:assert/strict'
import { test } from 'node:test'
import { counted, frenchDate, frenchKilometres, frenchNumber, plain, typographic } from './french.ts'

test('a date is that of the Paris calendar, and the first of a month is the « 1er »', () => {
  assert.equal(frenchDate('2018-02-14T08:00:00Z'), '14 février 2018')
  assert.equal(frenchDate('2018-02-28T23:30:00Z'), '1er mars 2018')
})

test('numbers are grouped by narrow no-break spaces and decimals follow a comma', () => {
  assert.equal(frenchNumber(50495), '50\u202f495')
  assert.equal(frenchKilometres(4.25), '4,3\u00a0km')
})

test('zero is singular', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(count, 'résultat')),
    ['0\u00a0résultat', '1\u00a0résultat', '2\u00a0résultats'],
  )
  assert.equal(counted(3, 'page trouvée', 'pages trouvées'), '3\u00a0pages trouvées')
})

test('signs of punctuation never begin a line', () => {
  assert.equal(typographic('Énergie : « oui » !'), 'Énergie\u00a0: «\u00a0oui\u00a0»\u202f!')
  assert.equal(typographic("L'eau d'ici..."), 'L’eau d’ici…')
  assert.equal(typographic('1 118 309 €'), '1\u00a0118\u00a0309\u00a0€')
})

test('what is typographic already stays as it is', () => {
  const right = 'Où\u202f? «\u00a0Là\u00a0»\u00a0: à 10:30, sur https://exemple.fr/a'
  assert.equal(typographic(right), right)
})

test('accents, apostrophes and capitals do not count in a comparison', () => {
  assert.equal(plain(' Nègrepelisse'), 'negrepelisse')
  assert.equal(plain('L’Œuvre'), 'l oeuvre')
})
