import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './index.ts'

test('texts are escaped, markup is kept, nothing is written for what is absent', () => {
  const items = ['<b>', '"&\''].map((text) => html`<li>${text}</li>`)
  const list = html`<ul title="${'"'}">${items}${false}${undefined}</ul> ${0}`
  assert.equal(list.markup, '<ul title="&quot;"><li>&lt;b&gt;</li><li>&quot;&amp;&#39;</li></ul> 0')
})
