import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, type RichText } from '@pmq/rich-text'
import {
  articleJob,
  certificateJob,
  createTypst,
  drawShareImage,
  type Job,
  listJob,
  PrintFailed,
  shareImageSize,
} from './index.ts'

const typst = createTypst()
const sheet = {
  site: 'portal',
  siteName: 'Pays Midi-Quercy',
  title: 'Où sont allés les deux millions d’euros',
  publisher: 'Pays Midi-Quercy',
  footer: 'Pays Midi-Quercy · Nègrepelisse',
} as const
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#af272f" d="M0 0h16v9H0z"/></svg>'
const permalink = 'https://www.midi-quercy.example/actualites/energie'
const everything = fromMarkdown(
  [
    'Un **gras**, un *italique*, un [lien](https://example.org/), une fin  ',
    'de ligne.\n\n## Les murs\n\n- un\n  - deux\n\n3. trois\n4. quatre',
    '> Une citation.\n\n| Projet | Aide |\n|---|---|\n| Toit | 1 200 € |\n\n---\n\n### Détail\n\nFin.',
  ].join('\n'),
)
const jobs: Record<string, (words: string) => Job> = {
  article: (words) =>
    articleJob({
      ...sheet,
      title: words,
      section: words,
      lead: words,
      facts: [words, words],
      body: { type: 'doc', content: [...everything.content, paragraph(words)] },
      picture: { file: drawing, alt: words, caption: words },
      permalink,
    }),
  list: (words) =>
    listJob({
      ...sheet,
      title: words,
      facts: [words],
      columns: [{ title: words }],
      rows: [[words]],
      blankRows: 2,
      note: words,
    }),
  certificate: (words) =>
    certificateJob({
      ...sheet,
      title: words,
      number: words,
      holder: { before: words, name: words, after: words },
      figure: { value: '12', text: words },
      terms: words,
      signed: [words],
      permalink,
      plate: drawing,
    }),
}
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
const hostile = '#panic("x") $y$ *a* _b_ @c <script> "q" \\u{41} // z /* w */ `r` = t'

for (const [name, job] of Object.entries(jobs)) {
  test(`${name}: a PDF that says its title and its language, tagged for those who cannot see it`, () => {
    const { pdf, pages } = typst.pdf(job('Le compte'))
    const source = Buffer.from(pdf).toString('latin1')
    assert.ok(pages >= 1)
    for (const part of ['%PDF-1.7', 'pdfuaid', '/StructTreeRoot', '/Lang', '(fr-FR)'])
      assert.ok(source.includes(part), part)
  })
  test(`${name}: what a stranger typed is printed, never run`, () => {
    assert.ok(typst.pdf(job(hostile)).pages >= 1)
  })
  test(`${name}: the same data give the same bytes`, () => {
    assert.deepEqual(typst.pdf(job('Le compte')).pdf, typst.pdf(job('Le compte')).pdf)
  })
}

test('a text whose headings skip a level or are empty is printed all the same', () => {
  const heading = (level: 2 | 3 | 4, text: string) => ({
    type: 'heading' as const,
    attrs: { level },
    ...(text ? { content: [{ type: 'text' as const, text }] } : {}),
  })
  const quoted = { type: 'blockquote' as const, content: [heading(4, 'Cité')] }
  const body: RichText = {
    type: 'doc',
    content: [heading(4, 'Trop bas'), heading(2, ''), quoted, heading(4, 'Encore')],
  }
  assert.ok(typst.pdf(articleJob({ ...sheet, section: 'Énergie', facts: [], body, permalink })).pages === 1)
})

test('a list of five hundred rows repeats its head on each page', () => {
  const rows = Array.from({ length: 500 }, (_, index) => [`Ligne ${index}`, '1'])
  const job = listJob({
    ...sheet,
    columns: [{ title: 'Nom' }, { title: 'Places', align: 'end' }],
    rows,
    landscape: true,
  })
  assert.ok(typst.pdf(job).pages > 10)
  assert.throws(() => listJob({ ...sheet, columns: [{ title: 'Nom' }], rows: [['a', 'b']] }), RangeError)
})

test('a picture that cannot be read stops the print, with the reason', () => {
  const job = articleJob({
    ...sheet,
    section: '',
    facts: [],
    body: everything,
    picture: { file: 'not a drawing', alt: 'rien' },
    permalink,
  })
  assert.throws(() => typst.pdf(job), PrintFailed)
})

test('a share image holds any title at 1200 × 630, and weighs less than 80 kB', async () => {
  for (const title of ['Oui', 'Anticonstitutionnellement', 'Saint-Antonin-Noble-Val '.repeat(20), hostile]) {
    for (const shown of [{ cover: drawing }, { plate: drawing }]) {
      const png = Buffer.from(await drawShareImage(typst, { ...sheet, site: 'heritage', title, drawing: shown }))
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [shareImageSize.width, shareImageSize.height])
      assert.ok(png.length < 80_000, `${png.length} bytes`)
    }
  }
})
