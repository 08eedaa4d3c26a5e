import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, headingsOf, type RichText, richText, toHtml, toText } from './index.ts'

const html = (markdown: string) => toHtml(fromMarkdown(markdown))
const docOf = (...content: RichText['content']): RichText => ({ type: 'doc', content })
const textOf = (text: string): RichText => docOf({ type: 'paragraph', content: [{ type: 'text', text }] })

test('text is escaped and French typography left untouched', () => {
  assert.equal(
    toHtml(textOf('<script>alert("1")</script> & l\'eau')),
    '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; l&#39;eau</p>',
  )
  const french = 'L’été, «\u202foui\u202f»\u202f: 26\u202f300\u00a0€ – œuvre…'
  assert.equal(toHtml(textOf(french)), `<p>${french}</p>`)
})

test('an address cannot leave its attribute', () => {
  const href = 'https://a.fr/"onmouseover="alert(1)'
  const doc = richText.parse(
    docOf({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }),
  )
  assert.equal(toHtml(doc), '<p><a href="https://a.fr/&quot;onmouseover=&quot;alert(1)" rel="noopener">x</a></p>')
})

test('links to other hosts have rel="noopener", paths and hosts of the family have not', () => {
  const doc = fromMarkdown('[a](https://a.fr/) [b](/b) [c](https://www.midi-quercy.fr/c) [d](mailto:a@b.fr)')
  assert.equal(
    toHtml(doc, { ownHosts: ['www.midi-quercy.fr'] }),
    '<p><a href="https://a.fr/" rel="noopener">a</a> <a href="/b">b</a> <a href="https://www.midi-quercy.fr/c">c</a> <a href="mailto:a@b.fr">d</a></p>',
  )
})

test('a link with a bold word stays one link', () => {
  assert.equal(html('[le **Pays**](/pays) !'), '<p><a href="/pays">le <strong>Pays</strong></a> !</p>')
})

test('headings have ids that are readable and unique in the document', () => {
  const doc = fromMarkdown(
    '## L’énergie à 100 %\n\n## L’énergie à 100 %\n\n### Œuvre\n\n## …\n\n## L’énergie à 100 % 2',
  )
  assert.deepEqual(
    headingsOf(doc).map(({ id }) => id),
    ['l-energie-a-100', 'l-energie-a-100-2', 'oeuvre', 'section', 'l-energie-a-100-2-2'],
  )
  for (const { id, level } of headingsOf(doc, { idPrefix: 't-' }))
    assert.ok(toHtml(doc, { idPrefix: 't-' }).includes(`<h${level} id="${id}">`))
})

test('headings inside quotes and lists are numbered with the others, in reading order', () => {
  const doc = fromMarkdown('## A\n\n> ## A\n\n- ## A\n\n## B')
  assert.deepEqual(
    headingsOf(doc).map(({ id }) => id),
    ['a', 'a-2', 'a-3', 'b'],
  )
  assert.deepEqual(
    [...toHtml(doc).matchAll(/id="([^"]+)"/g)].map(([, id]) => id),
    ['a', 'a-2', 'a-3', 'b'],
  )
})

test('a heading without text is left out of the page and of the table of contents', () => {
  const doc = docOf(
    { type: 'heading', attrs: { level: 2 } },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Titre' }] },
  )
  assert.equal(toHtml(doc).trim(), '<h3 id="titre">Titre</h3>')
  assert.deepEqual(headingsOf(doc), [{ level: 3, id: 'titre', text: 'Titre' }])
})

test('a table stands in a named region that scrolls with the keyboard, its first row names the columns', () => {
  const table = '| Poste | Euros |\n|---|---|\n| École | 200 000 |'
  assert.equal(
    html(`## Aides\n\n${table}`).split('</h2>\n')[1],
    '<div class="table-scroll" role="region" tabindex="0" aria-label="Tableau\u00a0: Aides"><table><thead><tr><th scope="col">Poste</th>\n<th scope="col">Euros</th></tr></thead>' +
      '<tbody><tr><td>École</td>\n<td>200 000</td></tr></tbody></table></div>',
  )
  const names = [...html(`${table}\n\n${table}`).matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name)
  assert.deepEqual(names, ['Tableau', 'Tableau (2)'])
})

test('a header cell further down names its row', () => {
  const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
    type,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  })
  const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content })
  const doc = docOf({
    type: 'table',
    content: [
      row(cell('tableCell', ''), cell('tableHeader', 'Aides')),
      row(cell('tableHeader', 'École'), cell('tableCell', '1')),
    ],
  })
  assert.match(toHtml(doc), /<th scope="col">Aides<\/th>.*<th scope="row">École<\/th>/s)
})

test('lists keep their order, nesting and first number', () => {
  assert.equal(
    html('3. trois\n4. quatre\n   - a\n   - b'),
    '<ol start="3"><li>trois</li><li>quatre\n<ul><li>a</li><li>b</li></ul></li></ol>',
  )
})

test('any accepted document renders to HTML whose text is that of toText', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const doc = richText.parse(randomDocument(seed))
    assert.equal(words(textOfHtml(toHtml(doc))), words(toText(doc)), `seed ${seed}`)
  }
})

const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ')

/** What a reader of the page sees: blocks and breaks separate words, other tags do not. */
function textOfHtml(page: string): string {
  const spaced = page.replace(
    /<\/?(?:p|h[2-4]|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|div|hr|br)\b[^>]*>/g,
    '\n',
  )
  const bare = spaced.replace(/<\/?(?:a|strong|em)\b[^>]*>/g, '')
  assert.ok(!/[<>]/.test(bare), `a tag we did not write: ${bare}`)
  return bare
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}

/** A valid document chosen by a small generator of random numbers, so that a failure can be played again. */
function randomDocument(seed: number): unknown {
  let state = seed
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const some = <T>(make: () => T, least = 0) => Array.from({ length: least + below(3) }, make)
  const pick = <T>(...choices: T[]) => choices[below(choices.length)]
  const text = () => ({
    type: 'text',
    text: pick(
      'L’eau ',
      '<b>',
      '& amp',
      '"><img src=x onerror=alert(1)>',
      'à\u202f!',
      ' fin',
      '</p>',
      "d'un",
      '&lt;',
      'été',
    ),
    ...pick(
      {},
      { marks: [{ type: 'bold' }] },
      { marks: [{ type: 'italic' }, { type: 'link', attrs: { href: pick('/a', 'https://a.fr/?b="&c') } }] },
    ),
  })
  const inlines = () => some(() => (below(5) === 0 ? { type: 'hardBreak' } : text()))
  const paragraph = () => ({ type: 'paragraph', content: inlines() })
  const list = (depth: number) => ({
    type: pick('bulletList', 'orderedList'),
    content: some(() => ({ type: 'listItem', content: some(() => block(depth + 1), 1) }), 1),
  })
  const table = () => {
    const columns = 1 + below(3)
    const cells = () =>
      Array.from({ length: columns }, () => ({ type: pick('tableHeader', 'tableCell'), content: some(paragraph) }))
    return { type: 'table', content: some(() => ({ type: 'tableRow', content: cells() }), 1) }
  }
  const block = (depth: number): unknown => {
    if (depth > 3) return paragraph()
    const makers = [
      paragraph,
      () => ({ type: 'heading', attrs: { level: pick(2, 3, 4) }, content: inlines() }),
      () => list(depth),
      table,
      () => ({ type: 'blockquote', content: some(() => block(depth + 1), 1) }),
      () => ({ type: 'horizontalRule' }),
    ]
    return pick(...makers)?.()
  }
  return { type: 'doc', content: some(() => block(1), 1) }
}
