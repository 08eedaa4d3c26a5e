import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RichText } from '@pmq/rich-text'
import { adviseOn, searchPreview } from '../index.ts'

/** As long as a rich text may be, so that anything that takes the square of its length takes minutes. */
const length = 190_000
const hostile = {
  dots: '.'.repeat(length),
  'no-break spaces': `a${'\u00a0'.repeat(length)}a`,
  capitals: 'A'.repeat(length),
  initials: 'A. '.repeat(length / 3),
  'straight quotes': '"'.repeat(length),
  dashes: `${'-'.repeat(length)}a`,
  'dots and letters': 'a.'.repeat(length / 2),
  vowels: 'éa'.repeat(length / 2),
  'double signs': ' ! '.repeat(length / 3),
}

for (const [name, text] of Object.entries(hostile))
  test(`a text of 190 000 characters made of ${name} is read in seconds`, { timeout: 20_000 }, () => {
    const body: RichText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
    const started = performance.now()
    adviseOn({ title: text, summary: text, slug: text, body })
    searchPreview({ site: { name: 'Pays', address: 'https://exemple.fr' }, path: '/', title: text, description: text })
    assert.ok(performance.now() - started < 5_000)
  })
