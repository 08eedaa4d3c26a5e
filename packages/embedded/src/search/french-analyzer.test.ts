import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyze } from './french-analyzer.ts'

const termsOf = (text: string) => analyze(text).map(({ term }) => term)
const pairs = [
  ['fortifié', 'fortifiée', 'fortifiees', 'fortifie', 'FORTIFIÉS'],
  ['château', 'chateaux', 'Châteaux'],
  ['cathédrale', 'cathedrales'],
  ['église', 'eglises', 'l’église', "l'Eglise", 'lʼÉGLISE'],
  ['évêque', 'eveques'],
  ['abbaye', 'abbayes', 'd’abbaye'],
  ['retable', 'retables'],
  ['médiéval', 'medievaux', 'médiévales'],
  ['hôtel', 'hotels'],
  ['vitrail', 'vitraux'],
  ['travail', 'travaux'],
  ['chœur', 'choeurs'],
  ['sculpté', 'sculptee'],
  ['bâti', 'batie'],
  ['restauré', 'restaurees'],
  ['rénové', 'renovee'],
  ['municipal', 'municipaux'],
  ['forêt', 'forets'],
  ['peinture', 'peintures'],
  ['moulin', 'moulins'],
  ['ancien', 'ancienne'],
  ['roman', 'romane'],
  ['gothique', 'gothiques'],
  ['protégé', 'protegees'],
  ['lieu', 'lieux'],
  ['vélo', 'vélos', 'bicyclettes'],
  ['producteur', 'productrices'],
  ['agriculteur', 'agricultrice'],
  ['public', 'publique', 'publics'],
  ['nouveau', 'nouvelles'],
  ['œil', 'yeux'],
  ['saint', 'St', 'saints'],
  ['énergie', 'énergies', 'e\u0301nergie'],
  ['communauté', 'communautés'],
]
for (const [first, ...others] of pairs) {
  test(`« ${first} » is found by ${others.map((word) => `« ${word} »`).join(', ')}`, () => {
    for (const other of others) assert.deepEqual(termsOf(other), termsOf(first ?? ''))
  })
}

test('words of other families keep their own terms', () => {
  for (const [one, other] of [
    ['mairie', 'Marie'],
    ['village', 'ville'],
    ['commune', 'communion'],
    ['pays', 'paysan'],
    ['université', 'univers'],
  ]) {
    assert.notDeepEqual(termsOf(one ?? ''), termsOf(other ?? ''))
  }
})

test('elided articles and words without meaning are left out, and places are those of the original text', () => {
  const text = 'Jusqu’à l’Hôtel de Ville, aujourd’hui'
  assert.deepEqual(
    analyze(text).map(({ start, end }) => text.slice(start, end)),
    ['Hôtel', 'Ville', 'aujourd', 'hui'],
  )
})

test('a letter that is no elision is a word', () => {
  assert.deepEqual(termsOf('D 926'), ['926'])
  assert.deepEqual(termsOf('plan B'), ['plan', 'b'])
})

test('anything can be analysed', () => {
  for (const text of ['', '🎉', '"*() NEAR -', '½ ﬁn Ⅳ', '\u0301', '\ud800', 'x'.repeat(10_000), 'ᏣᎳᎩ 日本語 עברית']) {
    for (const { term } of analyze(text)) assert.match(term, /^[\p{L}\p{N}]{1,64}$/u)
  }
})
