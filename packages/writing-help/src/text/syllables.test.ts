import assert from 'node:assert/strict'
import { test } from 'node:test'
import { syllablesIn } from './syllables.ts'

function areCounted(words: Record<string, number>) {
  const counted = Object.fromEntries(Object.keys(words).map((word) => [word, syllablesIn(word)]))
  assert.deepEqual(counted, words)
}

test('a group of vowels is one syllable', () => {
  areCounted({ eau: 1, lieu: 1, oui: 1, nation: 2, jardin: 2, oiseau: 2, animal: 3, communauté: 4, environnement: 5 })
})

test('a mute final e is not heard, but in a word that has no other vowel', () => {
  areCounted({ le: 1, les: 1, que: 1, terre: 1, arbres: 1, quatre: 1, rue: 1, vie: 1, année: 2, lycée: 2, marque: 1 })
})

test('« -ent » is heard in nouns and adverbs and mute in verbs', () => {
  areCounted({ moment: 2, vent: 1, souvent: 2, argent: 2, agent: 2, urgent: 2, différent: 3, président: 3, client: 2 })
  areCounted({
    parlent: 1,
    arrivent: 2,
    proposent: 2,
    étaient: 2,
    mangent: 1,
    changent: 1,
    organisent: 3,
    expliquent: 2,
  })
})

test('vowels that are said apart are two syllables', () => {
  areCounted({ théâtre: 2, réunion: 3, aéroport: 4, poème: 2, maïs: 2, naïf: 2, coopérer: 4, ouvrier: 3, février: 3 })
})

test('y between vowels is not one of them, and « pays » has two syllables', () => {
  areCounted({ payer: 2, moyen: 2, voyage: 2, pays: 2, paysage: 3, abbaye: 3, style: 1, yeux: 1 })
})

test('u after q, and after g before e or i, is not heard', () => {
  areCounted({ guerre: 1, langue: 1, quoi: 1, guide: 1, qualité: 3, aigu: 2 })
})

test('an elision adds nothing, a compound is the sum of its words, digits count one each', () => {
  areCounted({ 'l’eau': 1, "d'ici": 2, 'qu’il': 1, 'porte-bagages': 3, 'rendez-vous': 3, 2030: 4, PETR: 1 })
})

test('everyday words of a local authority are counted as they are said', () => {
  areCounted({
    commune: 2,
    territoire: 3,
    intercommunalité: 7,
    rivière: 2,
    patrimoine: 3,
    association: 4,
    habitants: 3,
  })
  areCounted({
    bibliothèque: 4,
    musée: 2,
    randonnée: 3,
    règlement: 3,
    événement: 4,
    création: 3,
    européen: 4,
    océan: 3,
  })
  areCounted({
    énergie: 3,
    renouvelable: 4,
    photovoltaïque: 5,
    géologie: 4,
    mairie: 2,
    boulangerie: 4,
    août: 1,
    cœur: 1,
  })
  areCounted({ financent: 2, travaillent: 2, réunissent: 3, souhaitent: 2, prévoient: 2, accueillent: 2, maintient: 2 })
})
