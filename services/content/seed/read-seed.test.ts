import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { isEmpty, wordsOf } from '@pmq/rich-text'
import { readSeed } from './read-seed.ts'
import { SeedRefused } from './seed-files.ts'

const dir = new URL('./', import.meta.url)
const seed = readSeed(dir)
const of = (site: string) => seed.contents.filter((content) => content.site === site)

/** The problems of a copy of the seed in which one file was changed. */
function problemsWhen(file: string, change: (text: string) => string): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'pmq-seed-'))
  try {
    cpSync(dir, copy, { recursive: true })
    const path = join(copy, file)
    writeFileSync(path, change(readFileSync(path, 'utf8')))
    readSeed(pathToFileURL(`${copy}/`))
    return []
  } catch (error) {
    assert.ok(error instanceof SeedRefused, String(error))
    return error.problems
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('the territory is whole: 49 communes, 3 communautés, 48 communes in Tarn-et-Garonne and one in Tarn', () => {
  assert.equal(seed.communes.length, 49)
  assert.equal(seed.epcis.length, 3)
  assert.deepEqual(
    seed.communes.filter(({ department }) => department === '81').map(({ name }) => name),
    ['Montrosier'],
  )
  for (const commune of seed.communes) {
    assert.equal(commune.siren.slice(0, 8), `21${commune.department}0${commune.insee.slice(2)}`, commune.name)
    assert.equal(commune.insee.slice(0, 2), commune.department)
    assert.ok(commune.description.length > 30, commune.name)
  }
})

test('every commune belonged to a communauté of the Pays, and only Léojac has left', () => {
  const ours = new Set(seed.epcis.map(({ siren }) => siren))
  for (const { name, memberships } of seed.communes) assert.ok(ours.has(memberships[0]?.epci ?? ''), name)
  const left = seed.communes.filter(({ memberships }) => !ours.has(memberships.at(-1)?.epci ?? ''))
  assert.deepEqual(
    left.map(({ name }) => name),
    ['Léojac'],
  )
  assert.equal(left[0]?.memberships[0]?.until, left[0]?.memberships[1]?.from)
})

test('the territorial project has 3 axes, 6 orientations and 15 chantiers with all that a fiche tells', () => {
  assert.equal(seed.axes.length, 3)
  assert.equal(seed.axes.flatMap(({ orientations }) => orientations).length, 6)
  assert.deepEqual(
    seed.chantiers.map(({ number }) => number),
    Array.from({ length: 15 }, (_, index) => index + 1),
  )
  for (const chantier of seed.chantiers) {
    const { title, objectives, indicators, description, means, calendar, contacts, partners, followUp } = chantier
    assert.ok(objectives.length >= 2 && indicators.length >= 1, title)
    assert.ok(wordsOf(description) >= 120, title)
    for (const text of [means, calendar, contacts, partners, followUp]) assert.ok(text.length > 20, title)
  }
})

test('every chantier has an article or a page that tells more', () => {
  const told = new Set(seed.contents.map(({ chantier }) => chantier))
  assert.deepEqual(
    seed.chantiers.filter(({ id }) => !told.has(id)).map(({ id }) => id),
    [],
  )
})

test('there are at least 40 contents, and each site has its own', () => {
  assert.deepEqual(
    seed.sites.map(({ id }) => id),
    ['portal', 'heritage', 'scic', 'produits'],
  )
  assert.ok(of('portal').length >= 26)
  for (const site of ['heritage', 'scic', 'produits']) {
    const own = of(site).filter(({ theme }) => theme !== 'legal')
    assert.ok(own.length >= 6, site)
    assert.ok(own.some(({ kind }) => kind === 'article') && own.some(({ kind }) => kind === 'page'), site)
  }
})

test('every section has a content, in itself or below', () => {
  const below = (path: string, site: string) => of(site).filter((content) => content.path.startsWith(`${path}/`))
  assert.deepEqual(
    seed.sections.filter(({ path, site }) => below(path, site).length === 0).map(({ id }) => id),
    [],
  )
})

test('a menu is made of verbs a reader understands: five or six entries at the top', () => {
  for (const site of seed.sites) {
    const top = seed.sections.filter(({ site: of, parent, inMenu }) => of === site.id && parent === null && inMenu)
    assert.ok(top.length >= 4 && top.length <= 6, `${site.id}: ${top.length}`)
    for (const { menuTitle, title } of top) assert.ok((menuTitle ?? title).length <= 26, menuTitle ?? title)
  }
})

test('a content has 150 to 500 words, and headings', () => {
  for (const { id, body } of seed.contents) {
    assert.ok(!isEmpty(body) && wordsOf(body) >= 150 && wordsOf(body) <= 500, `${id}: ${wordsOf(body)} words`)
    assert.ok(
      body.content.some(({ type }) => type === 'heading'),
      id,
    )
  }
})

test('the columns of every table have a name', () => {
  for (const { id, body } of seed.contents) {
    for (const table of body.content.filter((block) => block.type === 'table')) {
      for (const cell of table.content[0]?.content ?? []) assert.notEqual(textsIn(cell).join(''), '', id)
    }
  }
})

test('every internal link leads to a content of the same site', () => {
  for (const { id, site, body } of seed.contents) {
    for (const [, href = ''] of JSON.stringify(body).matchAll(/"href":"(\/[^"]*)"/g))
      assert.ok(
        of(site).some(({ path }) => path === href),
        `${id}: ${href}`,
      )
  }
})

test('every site has its legal pages', () => {
  for (const { id } of seed.sites) {
    for (const page of ['mentions-legales', 'donnees-personnelles', 'accessibilite'])
      assert.equal(of(id).find((content) => content.id === `${id}-${page}`)?.path, `/informations/${page}`)
  }
})

test('texts follow French typography and hold no filler', () => {
  const mistakes: Record<string, RegExp> = {
    'straight apostrophe or quotation mark': /['"]/,
    'no narrow no-break space inside « »': /«(?!\u202f)|(?<!\u202f)»/,
    'no narrow no-break space before ; ! ?': /(?<![\u202f?!])[;!?]/,
    'no no-break space before a colon': /(?<!\u00a0):/,
    'breaking space before a sign': / [;:!?»%€]/,
    'breaking space in a number': /\d \d{3}(?!\d)/,
    'two spaces, or a space at an end': / {2}|^ | $/m,
    'three dots for …': /\.\.\./,
    'oe for œ': /(?<!\p{L})(?:c|m|s|ch)?oe(?:ur|uvre|uf)/iu,
    'capital without its accent':
      /(?<!\p{L})(?:Etat|Ecole|Energie|Etude|Equipe|Economie|Education|Epoque|Elu|A (?:la|l’|quoi|ce|chaque|tous))(?!\p{L})/u,
    filler: /lorem|ipsum|à compléter|xxx|todo/i,
    'Markdown left over': /\*\*|__|\]\(|^#|\s-\s/m,
    'an address or a telephone number of a person': /@|\d{2}(?:[ .\u202f\u00a0]\d{2}){4}/,
  }
  for (const text of textsIn(seed)) {
    for (const [mistake, pattern] of Object.entries(mistakes)) assert.doesNotMatch(text, pattern, `${mistake}: ${text}`)
  }
})

test('what is wrong in the files is told at once, with the name of the file', () => {
  const [first, ...others] = problemsWhen('communes.yaml', (text) =>
    text.replace('population: 33', 'population: many').replace('lat: 44.0814', 'lat: 4.4'),
  )
  assert.match(first ?? '', /^communes\.yaml: 0\.population – /)
  assert.match(others[0] ?? '', /^communes\.yaml: 1\.lat – /)
})

test('a link to nothing, an unknown section, tag, theme or chantier, an unknown field, raw HTML: each is refused', () => {
  const file = 'articles/scic/une-cooperative-a-nous.md'
  const refusal = (from: string, to: string) => problemsWhen(file, (text) => text.replace(from, to)).join('\n')
  assert.match(
    refusal('content:scic-souscrire', 'content:nowhere'),
    /une-cooperative-a-nous\.md: link to an unknown content/,
  )
  assert.match(refusal('content:scic-souscrire', 'content:portal-scic'), /link to another site/)
  assert.match(refusal('section: scic-comprendre', 'section: portal-habiter'), /unknown section of scic/)
  assert.match(refusal('tags: [', 'tags: [licorne, '), /tag not in tags\.yaml: licorne/)
  assert.match(refusal('theme: energy', 'theme: magic'), /theme not in themes\.yaml: magic/)
  assert.match(refusal('order: 1', 'order: 1\nchantier: chantier-99'), /unknown chantier: chantier-99/)
  assert.match(refusal('order: 1', 'order: 1\ncolour: red'), /colour/)
  assert.match(refusal('## Trois lettres', '<b>Trois</b> lettres'), /HTML non admis/)
})

/** Every text that a reader may see; keys that hold codes and addresses are left aside. */
function textsIn(value: unknown, key = ''): string[] {
  const codes = [
    'id',
    'slug',
    'path',
    'href',
    'type',
    'kind',
    'theme',
    'section',
    'site',
    'parent',
    'axis',
    'orientation',
    'chantier',
    'hostKey',
    'accent',
    'url',
    'epci',
    'siren',
    'from',
    'until',
  ]
  if (typeof value === 'string') return codes.includes(key) ? [] : [value.trimEnd()]
  if (Array.isArray(value))
    return isInline(value)
      ? [value.map(({ text }) => text ?? '\n').join('')]
      : value.flatMap((item) => textsIn(item, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => textsIn(item, name))
}

/** The texts of a paragraph read as one: a mark must not hide a missing space. */
const isInline = (nodes: unknown[]): nodes is { text?: string }[] =>
  nodes.length > 0 &&
  nodes.every(
    (node) =>
      typeof node === 'object' &&
      node !== null &&
      'type' in node &&
      (node.type === 'text' || node.type === 'hardBreak'),
  )
