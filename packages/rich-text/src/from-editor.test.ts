import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromEditor, richText } from './index.ts'

test('what TipTap adds by default does not keep its text from being accepted', () => {
  const link = {
    type: 'link',
    attrs: { href: '/a', target: '_blank', rel: 'noopener noreferrer nofollow', class: null },
  }
  const cell = (type: string) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph' }],
  })
  const written = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { textAlign: null },
        content: [
          { type: 'text', text: 'a', marks: [link] },
          { type: 'hardBreak', marks: [{ type: 'bold' }] },
        ],
      },
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader'), cell('tableCell')] }] },
    ],
  }
  assert.equal(richText.safeParse(written).success, false)
  const parsed = richText.parse(fromEditor(written))
  assert.deepEqual(parsed.content[0], {
    type: 'paragraph',
    content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: '/a' } }] }, { type: 'hardBreak' }],
  })
})

test('what means something is left for the schema to refuse', () => {
  const merged = {
    type: 'doc',
    content: [
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2 } }] }] },
    ],
  }
  assert.equal(richText.safeParse(fromEditor(merged)).success, false)
  assert.equal(
    richText.safeParse(fromEditor({ type: 'doc', content: [{ type: 'paragraph', style: 'x' }] })).success,
    false,
  )
  for (const value of [null, 'x', 1, [], undefined]) assert.equal(richText.safeParse(fromEditor(value)).success, false)
})
