import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { siteInks } from '../../tokens/tokens.ts'
import { coverOf, coversOf, drawCover, drawingVersion, likenessOf, motifs, motifsFor } from './covers.ts'
import { coverColours } from './inks.ts'
import { anywhere, subjects } from './subjects.ts'

const names = [...motifs.keys()]
const someSeeds = ['000', '123', '7a5', 'b0b', 'fff']
const inks = new Set(Object.values(coverColours))

test('there are at least 24 motifs, each with its own name and a French sentence', () => {
  assert.ok(names.length >= 24)
  for (const [name, { alt }] of motifs) {
    assert.match(name, /^[a-z]+(?:-[a-z]+)*$/)
    assert.match(alt, /^\p{Lu}.{20,}\.$/u)
    assert.doesNotMatch(alt, /'|(?<![\u202f])[;!?]|(?<!\u00a0):/)
  }
  assert.equal(new Set([...motifs.values()].map(({ alt }) => alt)).size, names.length)
})

for (const name of names)
  test(`${name} is light, of our inks only, and drawn again the same`, () => {
    for (const seed of someSeeds)
      for (const ratio of [4 / 3, 2]) {
        const svg = drawCover({ motif: name, seed }, { ratio }) ?? ''
        assert.ok(svg.length <= 12_288, `${seed}: ${svg.length} bytes`)
        assert.ok(gzipSync(svg).length <= 5_120, `${seed}: ${gzipSync(svg).length} bytes compressed`)
        assert.equal(drawCover({ motif: name, seed }, { ratio }), svg)
        assert.doesNotMatch(svg, /NaN|undefined|Infinity|<style|<script|style=|url\(|<text|\d\.\d/)
        for (const [, colour = ''] of svg.matchAll(/(?:fill|stroke)="(#[^"]+)"/g)) assert.ok(inks.has(colour), colour)
      }
  })

test('another seed is another print', () => {
  for (const motif of names)
    assert.equal(new Set(someSeeds.map((seed) => drawCover({ motif, seed }))).size, someSeeds.length, motif)
})

test('there is no print without a motif', () => {
  assert.equal(drawCover({ motif: 'licorne', seed: '000' }), undefined)
  assert.match(drawingVersion(), /^[0-9a-z]{1,7}$/)
})

test('a content has one print, whoever asks and whenever', () => {
  const content = { id: 'a', words: ['Rénover son logement'], site: 'portal' } as const
  assert.deepEqual(coverOf(content), coverOf({ ...content, words: [...content.words] }))
  assert.match(coverOf(content).seed, /^[0-9a-f]{3}$/)
})

test('contents of one subject differ', () => {
  const prints = Array.from({ length: 60 }, (_, index) => coverOf({ id: `article-${index}`, words: ['énergie'] }))
  assert.ok(new Set(prints.map(({ motif, seed }) => `${motif}-${seed}`)).size > 55)
})

test('neighbours never look alike, even in a list of one subject', () => {
  for (const words of [['vélo'], ['électricité solaire'], ['patrimoine'], ['rien de connu']])
    for (const site of ['portal', 'heritage', 'scic', 'produits'] as const) {
      const list = coversOf(Array.from({ length: 30 }, (_, index) => ({ id: `${site}-${index}`, words, site })))
      list.forEach((cover, index) => {
        for (const neighbour of list.slice(Math.max(0, index - 2), index)) {
          assert.ok(likenessOf(neighbour, cover) < 3, `${site} ${words} ${index}: one picture on one ground`)
          if (motifsFor(words).length > 3) assert.notEqual(neighbour.motif, cover.motif)
        }
      })
    }
})

test('on a site of one ink, that ink is among the plates', () => {
  for (const site of ['heritage', 'scic', 'produits'] as const) {
    const covers = Array.from({ length: 40 }, (_, index) => coverOf({ id: `${index}`, words: ['patrimoine'], site }))
    const worn = covers.filter(({ variation: { sky, land, light } }) => [sky, land, light].includes(siteInks[site]))
    assert.equal(worn.length, covers.length, site)
  }
})

test('every motif is called for by some word, and only motifs that exist are', () => {
  const called = new Set([...subjects.flatMap(({ motifs }) => [...motifs]), ...anywhere])
  assert.deepEqual([...called].sort(), names.toSorted())
})

test('words call for what they say', () => {
  for (const [words, motif] of [
    [['Douze boucles à vélo autour des gorges', 'pleine nature'], 'velo'],
    [['Le marché du jeudi', 'culture'], 'marche'],
    [['Marcher sur le causse'], 'sentier'],
    [['Préparer le SCoT', 'eau'], 'plan-et-boussole'],
    [['L’Aveyron en crue'], 'riviere'],
    [['Des maisons nées du sol', 'terre crue'], 'pigeonnier'],
    [['ÉCOLES'], 'ecole'],
  ] as const)
    assert.ok(motifsFor(words).includes(motif), `${words}: ${motifsFor(words)}`)
  assert.deepEqual(motifsFor(['zzz']), anywhere)
  assert.deepEqual(motifsFor(['Un beau gâteau']), anywhere)
  assert.ok(motifsFor(['Voir les installations'], 'scic').includes('toit-solaire'))
  assert.ok(!motifsFor(['Prendre une part, mode d’emploi', 'coopérative']).includes('atelier'))
})

type Words = { text: string; site?: string }

/** The words of the first contents, read as text: front ends know no service. */
function wordsOfTheSeed(): Words[] {
  const seed = new URL('../../../../services/content/seed/', import.meta.url)
  const read = (path: string) => readFileSync(new URL(path, seed), 'utf8')
  const fronts = ['articles/portal', 'articles/heritage', 'articles/scic', 'articles/produits', 'chantiers'].flatMap(
    (folder) => readdirSync(new URL(`${folder}/`, seed)).map((file) => read(`${folder}/${file}`)),
  )
  const of = (front: string, key: string) => front.match(new RegExp(`^${key}: (.*)$`, 'm'))?.[1] ?? ''
  return [
    ...fronts.map((front) => ({ text: `${of(front, 'title')} ${of(front, 'tags')} ${of(front, 'section')}` })),
    ...Array.from(read('tags.yaml').matchAll(/^- (.+)$/gm), ([, text = '']) => ({ text })),
    ...Array.from(
      read('sections.yaml').matchAll(/id: (\w+)-.*\n(?: {2,}.*\n)*? +title: (.+)$/gm),
      ([, site = '', text = '']) => ({
        text,
        site,
      }),
    ),
  ]
}

test('every subject of the first contents finds a motif of its own', () => {
  const words = wordsOfTheSeed()
  assert.ok(words.length > 150)
  assert.deepEqual(
    words.filter(({ text, site }) => motifsFor([text], site) === anywhere),
    [],
  )
})
