import assert from 'node:assert/strict'
import { test } from 'node:test'
import { richText } from '@pmq/rich-text'
import { asRichText } from './editor-json.ts'
import { linkAddress } from './link-address.ts'
import { newTable } from './table-nodes.ts'

test('what the editor adds by itself is taken out, and the contract accepts the rest', () => {
  const item = { type: 'listItem', content: [{ type: 'paragraph' }] }
  const json = {
    type: 'doc',
    content: [
      { type: 'orderedList', attrs: { start: 3, type: 'a' }, content: [item] },
      { type: 'orderedList', attrs: { start: 1, type: null }, content: [item] },
      newTable(),
    ],
  }
  const parsed = richText.parse(asRichText(json))
  assert.deepEqual(parsed.content[0], { type: 'orderedList', attrs: { start: 3 }, content: [item] })
})

test('an address is understood as it is typed', () => {
  assert.equal(linkAddress(' www.exemple.fr/page '), 'https://www.exemple.fr/page')
  assert.equal(linkAddress('accueil@exemple.fr'), 'mailto:accueil@exemple.fr')
  assert.equal(linkAddress('/amenager/habitat'), '/amenager/habitat')
  assert.equal(linkAddress('https://exemple.fr'), 'https://exemple.fr')
  assert.equal(linkAddress('tel:+33563000000'), 'tel:+33563000000')
})

test('an address that a page must not follow is refused', () => {
  for (const typed of ['', 'javascript:alert(1)', '//ailleurs.fr', 'data:text/html,x', 'un mot', 'mot'])
    assert.equal(linkAddress(typed), undefined, typed)
})
