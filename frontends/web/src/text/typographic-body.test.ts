import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromMarkdown, headingsOf, toHtml } from '@pmq/rich-text'
import { typographicBody } from './typographic-body.ts'

const doc = fromMarkdown("## L'aide : combien ?\n\nEn tout, **1 118 309 €** : [l'exemple](https://a.test/l'eau)")

test('every text of a body follows French typography, its addresses stay as they are', () => {
  const html = toHtml(typographicBody(doc))
  assert.match(html, /<strong>1\u00a0118\u00a0309\u00a0€<\/strong>\u00a0:/)
  assert.match(html, /l’exemple/)
})

test('the table of contents still finds the headings', () => {
  assert.deepEqual(
    headingsOf(typographicBody(doc)).map(({ id }) => id),
    headingsOf(doc).map(({ id }) => id),
  )
})
