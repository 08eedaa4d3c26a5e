import assert from 'node:assert/strict'
import test from 'node:test'
import { html, trustedHtml } from './html.ts'

test('texts in a template are escaped', () => {
  assert.equal(html`<p title="${`"'<>&`}">${'<b>'}</p>`.markup, '<p title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;</p>')
})

test('markup in a template stays markup, alone or in a list, and nothing is nothing', () => {
  const list = [html`<li>${1}</li>`, trustedHtml('<li>2</li>')]
  assert.equal(html`<ul>${list}</ul>${false}${undefined}`.markup, '<ul><li>1</li><li>2</li></ul>')
})
