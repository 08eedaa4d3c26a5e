import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { richText } from './index.ts'

const paragraphOf = (...content: unknown[]) => ({ type: 'paragraph', content })
const docOf = (...content: unknown[]) => ({ type: 'doc', content })
const accepts = (value: unknown) => richText.safeParse(value).success
const refusal = (value: unknown) =>
  richText
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join('\n') ?? ''
const nested = (levels: number, innermost: unknown) => {
  let node = innermost
  for (let level = 0; level < levels; level += 1) node = { type: 'blockquote', content: [node] }
  return docOf(node)
}

test('every node and mark of the subset is accepted', () => {
  const text = (marks?: unknown) => ({ type: 'text', text: 'Chêne', ...(marks ? { marks } : {}) })
  const link = { type: 'link', attrs: { href: '/habiter' } }
  const item = { type: 'listItem', content: [paragraphOf(text())] }
  const row = (type: string) => ({ type: 'tableRow', content: [{ type, content: [paragraphOf(text())] }, { type }] })
  assert.equal(
    accepts(
      docOf(
        paragraphOf(text(), { type: 'hardBreak' }, text([{ type: 'bold' }, { type: 'italic' }, link])),
        { type: 'heading', attrs: { level: 2 }, content: [text()] },
        { type: 'bulletList', content: [item] },
        { type: 'orderedList', attrs: { start: 3 }, content: [item] },
        { type: 'blockquote', content: [paragraphOf(text())] },
        { type: 'horizontalRule' },
        { type: 'table', content: [row('tableHeader'), row('tableCell')] },
      ),
    ),
    true,
  )
})

test('an unknown node, mark or attribute is refused with a French message that names it', () => {
  assert.match(refusal(docOf({ type: 'iframe' })), /Élément non admis à cet endroit.*iframe/)
  assert.match(refusal(docOf(paragraphOf({ type: 'text', text: 'a', marks: [{ type: 'style' }] }))), /style/)
  assert.match(refusal(docOf({ type: 'paragraph', onclick: 'x' })), /Attribut non admis.*onclick/)
  assert.match(refusal(docOf({ type: 'heading', attrs: { level: 2, id: 'x' } })), /Attribut non admis.*id/)
})

test('a node outside its place is refused', () => {
  assert.equal(accepts(docOf({ type: 'text', text: 'nu' })), false)
  assert.equal(accepts(docOf({ type: 'listItem', content: [paragraphOf()] })), false)
  assert.equal(accepts(docOf({ type: 'bulletList', content: [paragraphOf()] })), false)
  assert.equal(accepts({ type: 'paragraph' }), false)
})

test('headings are of level 2, 3 or 4', () => {
  for (const level of [1, 5, '2', null])
    assert.match(refusal(docOf({ type: 'heading', attrs: { level } })), /niveau 2, 3 ou 4/)
})

test('the rows of a table have the same number of cells', () => {
  const row = (cells: number) => ({
    type: 'tableRow',
    content: Array.from({ length: cells }, () => ({ type: 'tableCell' })),
  })
  assert.match(refusal(docOf({ type: 'table', content: [row(2), row(3)] })), /même nombre de cellules/)
})

test('a text is never empty, has no control characters and no broken surrogates', () => {
  for (const text of ['', 'a\u0000b', 'a\u001bb', '\ud800'])
    assert.equal(accepts(docOf(paragraphOf({ type: 'text', text }))), false)
})

test('a link is refused when its address could leave the web or pretend to be a path', () => {
  const linkTo = (href: unknown) =>
    docOf(paragraphOf({ type: 'text', text: 'lien', marks: [{ type: 'link', attrs: { href } }] }))
  const good = [
    'https://www.midi-quercy.fr/a?b=c#d',
    'http://a.fr',
    'mailto:a@b.fr',
    'tel:+33-5.00',
    '/habiter/renover#aides',
    '/',
  ]
  for (const href of good) assert.equal(accepts(linkTo(href)), true, href)
  const bad = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'javascript&colon;alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.fr/1',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https:evil.example',
    'https:///evil.example',
    'https://',
    'https://www.midi-quercy.fr@evil.example',
    'http://[',
    'habiter',
    '#ancre',
    '?q',
    '',
    'mailto:',
    'tel:javascript',
    'https://a.fr/\u202egpj.exe',
    'https://a .fr',
    `https://a.fr/${'a'.repeat(2_048)}`,
    42,
    null,
    { $gt: '' },
  ]
  for (const href of bad) assert.equal(accepts(linkTo(href)), false, String(href))
})

test('a mark is given once', () => {
  const twice = { type: 'text', text: 'a', marks: [{ type: 'bold' }, { type: 'bold' }] }
  assert.match(refusal(docOf(paragraphOf(twice))), /deux fois/)
})

test('a document has at most 12 levels', () => {
  const leaf = paragraphOf({ type: 'text', text: 'fond' })
  assert.equal(accepts(nested(9, leaf)), true)
  assert.match(refusal(nested(10, leaf)), /trop imbriqué/)
})

test('a document of 100 000 levels is refused at once, without a stack overflow', () => {
  const hostile = nested(100_000, paragraphOf())
  const started = process.cpuUsage()
  assert.match(refusal(hostile), /trop imbriqué/)
  assert.ok(process.cpuUsage(started).user < 100_000, 'less than 100 ms')
})

test('a document that contains itself is refused', () => {
  const circular: { type: string; content: unknown[] } = { type: 'blockquote', content: [] }
  circular.content.push(circular, circular)
  assert.match(refusal(docOf(circular)), /trop imbriqué|trop d’éléments/)
})

test('a document has at most 5 000 nodes, 200 000 characters and three marks on a text', () => {
  const paragraphs = (count: number) => docOf(...Array.from({ length: count }, () => paragraphOf()))
  assert.equal(accepts(paragraphs(4_999)), true)
  assert.match(refusal(paragraphs(5_000)), /trop d’éléments/)
  const long = (length: number) => docOf(paragraphOf({ type: 'text', text: 'a'.repeat(length) }))
  assert.equal(accepts(long(200_000)), true)
  assert.match(refusal(long(200_001)), /trop long/)
  const marks = Array.from({ length: 1_000 }, () => ({ type: 'bold' }))
  assert.match(refusal(docOf(paragraphOf({ type: 'text', text: 'a', marks }))), /trois au plus/)
})

test('what is not a document is refused without an exception', () => {
  const bad = [
    undefined,
    null,
    1,
    'doc',
    [],
    {},
    { type: 'doc' },
    { type: 'doc', content: {} },
    { type: { $ne: null } },
    docOf(null, 'x'),
  ]
  for (const value of bad) assert.equal(accepts(value), false)
  assert.equal(accepts(JSON.parse('{"type":"doc","content":[],"__proto__":{"a":1}}')), false)
})

test('an API document can be made of the schema, and says the same of what comes in and what goes out', () => {
  const written = z.toJSONSchema(richText, { io: 'input' })
  assert.deepEqual(written.$defs?.RichText?.required, ['type', 'content'])
  assert.deepEqual(z.toJSONSchema(richText, { io: 'output' }), written)
})
