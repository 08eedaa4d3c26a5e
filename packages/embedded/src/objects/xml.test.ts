import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childText, parseXml, renderXml } from './xml.ts'

test('texts are escaped, and quotes are left alone', () => {
  const document = renderXml(
    [
      'List',
      [
        ['Key', 'a<b>&"c"'],
        ['Size', 3],
        ['Empty', []],
      ],
    ],
    { namespace: false },
  )
  assert.equal(
    document,
    '<?xml version="1.0" encoding="UTF-8"?><List><Key>a&lt;b&gt;&amp;"c"</Key><Size>3</Size><Empty></Empty></List>',
  )
  assert.equal(childText(parseXml(document), 'Key'), 'a<b>&"c"')
})

test('prefixes, attributes, declarations and white space do not matter', () => {
  const root = parseXml(
    '<?xml version="1.0"?>\n<s3:A xmlns:s3="urn:x">\n <s3:B> &#x201c;1&#8221; </s3:B><C/>\n</s3:A>\n',
  )
  assert.equal(root.name, 'A')
  assert.equal(childText(root, 'B'), '“1”')
  assert.deepEqual(
    root.children.map(({ name }) => name),
    ['B', 'C'],
  )
})

test('what is not well formed, or could hide entities, is refused', () => {
  const bad = [
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a>&who;</a>',
    '<a>&</a>',
    '<a><',
    '<a>&#x110000;</a>',
  ]
  const hostile = ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<a><!-- x --></a>', '<a><![CDATA[x]]></a>', '<a>'.repeat(99)]
  for (const source of [...bad, ...hostile]) assert.throws(() => parseXml(source), { code: 'MalformedXML' }, source)
})

test('a body of open tags only is refused in linear time', () => {
  const started = performance.now()
  assert.throws(() => parseXml('<Part>'.repeat(300_000)), { code: 'MalformedXML' })
  assert.ok(performance.now() - started < 2000)
})
