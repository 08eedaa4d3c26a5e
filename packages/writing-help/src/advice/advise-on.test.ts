import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, type RichText } from '@pmq/rich-text'
import { type Advice, type AdvisedArticle, adviseOn, slugFor } from '../index.ts'

const summary =
  'Quarante exposants, des ateliers pour les enfants et un repas sous la halle\u00a0: le marché de printemps revient le premier samedi de mai.'
const anArticle = (more: Partial<AdvisedArticle> = {}): AdvisedArticle => ({
  title: 'Le marché de printemps sous la halle',
  summary,
  slug: 'marche-de-printemps',
  body: fromMarkdown('Le marché revient. Il y aura [le plan des étals](/marche/plan).'),
  ...more,
})
const withBody = (markdown: string) => anArticle({ body: fromMarkdown(markdown) })
const find = (article: AdvisedArticle, id: string, hosts: string[] = []) =>
  adviseOn(article, { hosts }).find((each) => each.id === id)
const severity = (article: AdvisedArticle, id: string, hosts: string[] = []) => find(article, id, hosts)?.severity

test('a good article hears only that all is fine', () => {
  assert.deepEqual(
    adviseOn(anArticle()).filter((advice) => advice.severity !== 'fine'),
    [],
  )
})

test('what is to fix comes first, then what would be better, then what is fine', () => {
  const severities = adviseOn(anArticle({ title: '', summary: 'Court.' })).map((advice) => advice.severity)
  assert.deepEqual(severities.slice(0, 2), ['to-fix', 'better'])
  assert.equal(severities.indexOf('fine'), 2)
})

test('each advice is a French sentence of its own, and says what to do when something is left to do', () => {
  const article = anArticle({
    title: 'RÉUNION PUBLIQUE',
    summary: '',
    slug: 'Réunion',
    body: fromMarkdown(`#### Un\n\n[ici](https://ailleurs.exemple) "mot" ${'mot '.repeat(200)}`),
  })
  const advice = adviseOn(article)
  assert.equal(new Set(advice.map(({ id }) => id)).size, advice.length)
  for (const { text, hint, severity: how } of advice) {
    assert.match(text, /^[\p{Lu}\d].*\.$/u)
    assert.equal(hint === '', how === 'fine', text)
    assert.doesNotMatch(text + hint, /'| [:;!?]/)
  }
})

test('a title is there, says enough and fits in a search result', () => {
  assert.equal(severity(anArticle({ title: ' ' }), 'title.length'), 'to-fix')
  assert.equal(severity(anArticle({ title: 'Marché' }), 'title.length'), 'better')
  const long = 'Le marché de printemps revient sous la halle avec quarante exposants et des ateliers pour tous'
  assert.match(
    find(anArticle({ title: long }), 'title.length')?.text ?? '',
    /fait 93\u00a0caractères.*avec …|fait 9\d\u00a0caractères/,
  )
})

test('a summary has 120 to 155 characters', () => {
  assert.equal(severity(anArticle({ summary: '' }), 'summary.length'), 'to-fix')
  assert.equal(severity(anArticle({ summary: 'x'.repeat(119) }), 'summary.length'), 'better')
  assert.equal(severity(anArticle({ summary: 'x'.repeat(120) }), 'summary.length'), 'fine')
  assert.equal(severity(anArticle({ summary: 'x'.repeat(155) }), 'summary.length'), 'fine')
  assert.match(
    find(anArticle({ summary: 'x'.repeat(156) }), 'summary.length')?.text ?? '',
    /la fin \(1\u00a0caractère\)/,
  )
})

test('an address has no accents, tells its subject and is short', () => {
  assert.equal(severity(anArticle({ slug: '' }), 'slug.shape'), 'to-fix')
  assert.equal(severity(anArticle({ slug: 'marché' }), 'slug.shape'), 'to-fix')
  assert.equal(severity(anArticle({ slug: 'dans-le' }), 'slug.shape'), 'better')
  assert.equal(severity(anArticle({ slug: '2026-05-02' }), 'slug.shape'), 'better')
  assert.equal(severity(anArticle({ slug: 'un-deux-trois-quatre-cinq-six-sept-huit-neuf' }), 'slug.shape'), 'better')
  assert.match(find(anArticle({ slug: 'dans-le' }), 'slug.shape')?.hint ?? '', /marche-printemps-sous-halle$/)
})

test('a proposed address keeps the words that tell', () => {
  assert.equal(slugFor('L’été au bord de l’eau\u202f: c’est parti\u202f!'), 'ete-bord-eau-parti')
  assert.equal(slugFor('Où est-il\u202f?'), 'ou-est-il')
  assert.equal(slugFor('…'), '')
  assert.ok(slugFor('anticonstitutionnellement '.repeat(8)).length <= 60)
})

test('a long text has headings', () => {
  assert.equal(severity(withBody('mot '.repeat(299)), 'headings.presence'), undefined)
  assert.equal(severity(withBody('mot '.repeat(300)), 'headings.presence'), 'better')
  assert.equal(severity(withBody(`## Un\n\n${'mot '.repeat(300)}`), 'headings.presence'), 'fine')
})

test('levels of headings follow each other from 2, and may come back up', () => {
  assert.equal(severity(withBody('## A\n\n### B\n\n#### C\n\n## D'), 'headings.order'), 'fine')
  assert.equal(severity(withBody('### A'), 'headings.order'), 'to-fix')
  assert.match(find(withBody('## A\n\n#### B'), 'headings.order')?.hint ?? '', /niveau\u00a03/)
})

test('an empty heading is to fix', () => {
  const body: RichText = { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }] }
  assert.equal(severity(anArticle({ body }), 'headings.empty'), 'to-fix')
})

test('long paragraphs and long sentences are told with their length and their first words', () => {
  const { text = '' } = find(withBody(`Courte phrase. Une ${'longue '.repeat(39)}phrase.`), 'sentences.length') ?? {}
  assert.match(text, /^1\u00a0phrase dépasse 30\u00a0mots, sur 2\. La plus longue en a 41\u00a0: «\u202fUne longue/)
  assert.match(
    find(withBody('Un mot. '.repeat(61)), 'paragraphs.length')?.text ?? '',
    /^1\u00a0paragraphe dépasse.*a 122/,
  )
  assert.equal(severity(withBody('Un mot. '.repeat(60)), 'paragraphs.length'), 'fine')
})

test('a text leads somewhere on our sites, by a path or by one of the given hosts', () => {
  const words = 'mot '.repeat(160)
  assert.equal(severity(withBody(words), 'links.internal'), 'better')
  assert.equal(severity(withBody(`${words} [le plan](/plan)`), 'links.internal'), 'fine')
  const absolute = withBody(`${words} [le plan](https://exemple.fr/plan)`)
  assert.equal(severity(absolute, 'links.internal'), 'better')
  assert.equal(severity(absolute, 'links.internal', ['exemple.fr']), 'fine')
  assert.equal(severity(withBody('Bref.'), 'links.internal'), undefined)
})

test('a link says where it leads', () => {
  for (const text of ['Cliquez ici', 'ici', 'En savoir plus…', 'https://exemple.fr/a/b', 'www.exemple.fr', '>>'])
    assert.equal(severity(withBody(`Voyez [${text}](/plan).`), 'links.text'), 'to-fix', text)
  for (const text of ['le plan du marché', 'accueil@exemple.fr', 'exemple.fr'])
    assert.equal(severity(withBody(`Voyez [${text}](/plan).`), 'links.text'), 'fine', text)
})

test('a link with some words in bold is one link', () => {
  assert.equal(severity(withBody('Voyez [le plan **ici**](/plan).'), 'links.text'), 'fine')
})

test('a table has headers, in its first row or its first column', () => {
  const table = (first: string, second: string): RichText => {
    const cells = [first, second].map((type) => ({ type }))
    return JSON.parse(
      JSON.stringify({ type: 'doc', content: [{ type: 'table', content: [{ type: 'tableRow', content: cells }] }] }),
    )
  }
  assert.equal(severity(anArticle({ body: table('tableCell', 'tableCell') }), 'tables.header'), 'to-fix')
  assert.equal(severity(anArticle({ body: table('tableHeader', 'tableHeader') }), 'tables.header'), 'fine')
  assert.equal(severity(anArticle({ body: table('tableHeader', 'tableCell') }), 'tables.header'), 'fine')
})

test('pictures without alternative are counted, decorative ones are not, unknown nodes are walked through', () => {
  const photo = (attrs: object) => ({ type: 'photo', attrs })
  const body = (...content: object[]): RichText => JSON.parse(JSON.stringify({ type: 'doc', content }))
  const gallery = {
    type: 'galleryOfTomorrow',
    content: [photo({ alt: ' ' }), photo({ alt: 'La halle' }), photo({ decorative: true })],
  }
  assert.match(
    find(anArticle({ body: body(gallery) }), 'pictures.alternative')?.text ?? '',
    /^1\u00a0image n’a pas.*sur 3\.$/,
  )
  assert.equal(severity(anArticle({ body: body(photo({ alt: 'La halle' })) }), 'pictures.alternative'), 'fine')
  assert.equal(severity(anArticle({ body: body({ type: 'video' }) }), 'pictures.alternative'), undefined)
})

test('passages in capitals are told, acronyms are not', () => {
  assert.equal(severity(anArticle({ title: 'GRAND MARCHÉ DE PRINTEMPS' }), 'title.capitals'), 'better')
  assert.equal(severity(withBody('Venez NOMBREUX À LA HALLE samedi.'), 'body.capitals'), 'better')
  assert.equal(severity(withBody('Le PETR et l’ADEME, le SCOT PLUI, un FEADER.'), 'body.capitals'), undefined)
})

test('slips of typography are counted by kind', () => {
  const text = find(withBody('L\'eau d\'ici... Quoi ! "Là" : oui'), 'body.typography')?.text
  assert.match(
    text ?? '',
    /2\u00a0apostrophes droites, 1\u00a0suite de points, 2\u00a0signes doubles.* et 1\u00a0passage/,
  )
})

test('good typography, hours and addresses are no slips', () => {
  const body = 'L’eau\u00a0: «\u00a0oui\u00a0»\u202f! À 10:30, sur https://exemple.fr/a?b=c… Fin.'
  assert.equal(severity(withBody(body), 'body.typography'), 'fine')
})

test('a demanding text is told so in plain words, with a way to ease it', () => {
  const heavy =
    'La mutualisation intercommunale des équipements structurants nécessite préalablement une harmonisation administrative. '
  const advice = find(withBody(heavy.repeat(12)), 'body.readability')
  assert.equal(advice?.severity, 'better')
  assert.match(advice?.text ?? '', /^Le texte est d’une lecture exigeante/)
  assert.match(advice?.hint ?? '', /mots courts/)
  assert.equal(severity(withBody('Le chat dort. Il fait beau. '.repeat(20)), 'body.readability'), 'fine')
})

test('an empty draft is advised on without complaint about what is not written yet', () => {
  const ids = (advice: readonly Advice[]) => advice.map(({ id }) => id)
  const empty = { title: '', summary: '', slug: '', body: { type: 'doc', content: [] } } satisfies AdvisedArticle
  assert.deepEqual(ids(adviseOn(empty)), ['title.length', 'summary.length', 'slug.shape'])
})
