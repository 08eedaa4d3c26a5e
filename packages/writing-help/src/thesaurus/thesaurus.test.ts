import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  broaderOf,
  mergeTerms,
  narrowerOf,
  normalisedTags,
  rewriteTags,
  similarTerms,
  suggestTerms,
  type Term,
  ThesaurusRefused,
  tagKey,
  termNamed,
  unusedTerms,
  withBroader,
  withTerm,
} from '../index.ts'

const aTerm = (id: string, label: string, more: Partial<Term> = {}): Term => ({
  id,
  label,
  synonyms: [],
  broader: null,
  ...more,
})

const vocabulary = [
  aTerm('energie', 'Énergie', { synonyms: ['Énergies'] }),
  aTerm('renouvelable', 'Énergie renouvelable', { synonyms: ['EnR', 'Énergies vertes'], broader: 'energie' }),
  aTerm('solaire', 'Énergie solaire', { synonyms: ['Photovoltaïque'], broader: 'renouvelable' }),
  aTerm('eau', 'Eau'),
  aTerm('chantier', 'Travaux'),
]

const refusal = (code: ThesaurusRefused['code']) => (error: unknown) =>
  error instanceof ThesaurusRefused && error.code === code && error.message.endsWith('.')
const idsOf = (terms: readonly Term[]) => terms.map(({ id }) => id)

test('accents, capitals, punctuation and plurals do not make another tag', () => {
  assert.equal(tagKey("  ÉCONOMIES d'énergie "), tagKey('économie d’énergie'))
  assert.equal(tagKey('chemins de randonnée'), tagKey('Chemin de randonnée'))
  assert.equal(tagKey('bien-être'), tagKey('Bien être'))
})

test('irregular plurals are plurals too', () => {
  const pairs = [
    'travaux travail',
    'journaux journal',
    'eaux eau',
    'tableaux tableau',
    'tuyaux tuyau',
    'réseaux réseau',
    'vitraux vitrail',
  ]
  for (const pair of pairs) {
    const [several = '', one = ''] = pair.split(' ')
    assert.equal(tagKey(several), tagKey(one), pair)
  }
})

test('different words stay different', () => {
  assert.notEqual(tagKey('eau'), tagKey('air'))
  assert.notEqual(tagKey('agricole'), tagKey('agriculteur'))
})

test('a typed tag becomes the label of its term, by the label or by a synonym', () => {
  assert.equal(termNamed(vocabulary, 'enr')?.label, 'Énergie renouvelable')
  assert.equal(termNamed(vocabulary, 'energies solaires')?.id, 'solaire')
  assert.equal(termNamed(vocabulary, 'inconnu'), undefined)
  assert.equal(termNamed(vocabulary, ' - '), undefined)
})

test('tags that say the same are kept once, and unknown ones as they were typed', () => {
  assert.deepEqual(normalisedTags(vocabulary, ['eaux', 'EnR', 'Eau', ' Four  à pain ', 'fours à pain', '']), [
    'Eau',
    'Énergie renouvelable',
    'Four à pain',
  ])
})

test('a name belongs to one term only', () => {
  assert.throws(() => withTerm(vocabulary, aTerm('nouveau', 'photovoltaïques')), refusal('thesaurus.taken'))
  assert.throws(
    () => withTerm(vocabulary, aTerm('nouveau', 'Soleil', { synonyms: ['ENR'] })),
    refusal('thesaurus.taken'),
  )
  assert.deepEqual(idsOf(withTerm(vocabulary, aTerm('bois', 'Bois', { broader: 'energie' }))).at(-1), 'bois')
})

test('a term keeps its place when it is revised, and its own names are not taken', () => {
  const revised = withTerm(vocabulary, aTerm('eau', 'Eaux', { synonyms: ['Rivières'] }))
  assert.deepEqual(idsOf(revised), idsOf(vocabulary))
  assert.equal(termNamed(revised, 'rivière')?.id, 'eau')
})

test('a term cannot stand above itself, at any depth', () => {
  assert.throws(() => withBroader(vocabulary, 'energie', 'solaire'), refusal('thesaurus.cycle'))
  assert.throws(() => withBroader(vocabulary, 'eau', 'eau'), refusal('thesaurus.cycle'))
  assert.throws(
    () => withTerm(vocabulary, aTerm('energie', 'Énergie', { broader: 'renouvelable' })),
    refusal('thesaurus.cycle'),
  )
  assert.deepEqual(idsOf(broaderOf(withBroader(vocabulary, 'solaire', 'eau'), 'solaire')), ['eau'])
})

test('the place of a term is below one that exists', () => {
  assert.throws(() => withBroader(vocabulary, 'eau', 'parti'), refusal('thesaurus.unknown'))
  assert.throws(() => withTerm(vocabulary, aTerm('bois', 'Bois', { broader: 'parti' })), refusal('thesaurus.unknown'))
})

test('broader terms come from the nearest up, narrower ones from the nearest down', () => {
  assert.deepEqual(idsOf(broaderOf(vocabulary, 'solaire')), ['renouvelable', 'energie'])
  assert.deepEqual(idsOf(narrowerOf(vocabulary, 'energie')), ['renouvelable', 'solaire'])
})

test('a cycle in old data does not turn for ever', () => {
  const turning = [aTerm('a', 'A', { broader: 'b' }), aTerm('b', 'B', { broader: 'a' })]
  assert.deepEqual(idsOf(broaderOf(turning, 'a')), ['b'])
  assert.deepEqual(idsOf(narrowerOf(turning, 'a')), ['b'])
})

test('a merge keeps one term with all names, moves what was below, and says what to rewrite', () => {
  const { vocabulary: merged, rewrites } = mergeTerms(vocabulary, { from: 'renouvelable', into: 'energie' })
  assert.deepEqual(idsOf(merged), ['energie', 'solaire', 'eau', 'chantier'])
  assert.deepEqual(termNamed(merged, 'EnR')?.id, 'energie')
  assert.deepEqual(merged[0]?.synonyms, ['Énergie renouvelable', 'EnR', 'Énergies vertes'])
  assert.deepEqual(idsOf(broaderOf(merged, 'solaire')), ['energie'])
  assert.deepEqual(rewrites, [
    { from: 'Énergie renouvelable', to: 'Énergie' },
    { from: 'EnR', to: 'Énergie' },
    { from: 'Énergies vertes', to: 'Énergie' },
  ])
})

test('a term merged into one that stands below it gives it its own place', () => {
  const { vocabulary: merged } = mergeTerms(vocabulary, { from: 'renouvelable', into: 'solaire' })
  assert.deepEqual(idsOf(broaderOf(merged, 'solaire')), ['energie'])
  const top = mergeTerms(vocabulary, { from: 'energie', into: 'solaire' }).vocabulary
  assert.deepEqual(idsOf(broaderOf(top, 'solaire')), [])
  assert.deepEqual(idsOf(broaderOf(top, 'renouvelable')), ['solaire'])
})

test('a term is not merged into itself', () => {
  assert.throws(() => mergeTerms(vocabulary, { from: 'eau', into: 'eau' }), refusal('thesaurus.same'))
})

test('rewriting tags leaves each once, and an article without them untouched', () => {
  const rewrites = [{ from: 'EnR', to: 'Énergie' }]
  assert.deepEqual(rewriteTags(['Eau', 'enr', 'Énergie'], rewrites), ['Eau', 'Énergie'])
  const untouched = ['Eau']
  assert.equal(rewriteTags(untouched, rewrites), untouched)
})

test('a term is unused when no article carries it, nor one below it', () => {
  assert.deepEqual(idsOf(unusedTerms(vocabulary, ['photovoltaïque', 'inconnu'])), ['eau', 'chantier'])
})

test('while typing, labels that begin so come first, then words inside, then synonyms', () => {
  const offered = suggestTerms(vocabulary, 'sol')
  assert.deepEqual(
    offered.map(({ matched }) => matched),
    ['Énergie solaire'],
  )
  assert.deepEqual(
    suggestTerms(vocabulary, 'ener').map(({ term }) => term.id),
    ['energie', 'renouvelable', 'solaire'],
  )
  assert.deepEqual(suggestTerms(vocabulary, 'photo')[0], { term: vocabulary[2], matched: 'Photovoltaïque' })
})

test('nothing is offered for nothing, and no more than asked', () => {
  assert.deepEqual(suggestTerms(vocabulary, ' '), [])
  assert.equal(suggestTerms(vocabulary, 'é', { limit: 2 }).length, 2)
})

test('a slip of the keyboard still finds the term, in long enough words', () => {
  assert.deepEqual(
    suggestTerms(vocabulary, 'photovoltaique').map(({ term }) => term.id),
    ['solaire'],
  )
  assert.deepEqual(
    suggestTerms(vocabulary, 'enregei').map(({ term }) => term.id),
    [],
  )
  assert.deepEqual(
    suggestTerms(vocabulary, 'énrgie').map(({ term }) => term.id),
    ['energie'],
  )
  assert.deepEqual(suggestTerms(vocabulary, 'eu'), [])
})

test('terms that may be the same are shown, the nearest first and not the term itself', () => {
  const more = [...vocabulary, aTerm('a', 'Solaire énergie'), aTerm('b', 'Énergie solaires')]
  assert.deepEqual(idsOf(similarTerms(more, 'Énergie solaire', { except: 'solaire' })), ['b', 'a'])
})
