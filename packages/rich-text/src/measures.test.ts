import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  emptyRichText,
  fromMarkdown,
  isEmpty,
  type RichText,
  readingMinutes,
  richText,
  toText,
  wordsOf,
} from './index.ts'

test('the empty text is accepted, and is empty', () => {
  assert.equal(richText.safeParse(emptyRichText).success, true)
  assert.equal(isEmpty(emptyRichText), true)
  assert.equal(isEmpty(fromMarkdown('---\n\n-')), true)
  assert.equal(isEmpty(fromMarkdown('a')), false)
})

test('an elision counts with its word, punctuation does not count', () => {
  assert.equal(wordsOf(fromMarkdown('L’eau, «\u202foui\u202f» – 26\u00a0%\u202f!')), 3)
})

test('reading takes a minute for 200 words, at least one, none for nothing', () => {
  assert.equal(readingMinutes(emptyRichText), 0)
  assert.equal(readingMinutes(fromMarkdown('mot')), 1)
  assert.equal(readingMinutes(fromMarkdown('mot '.repeat(200))), 1)
  assert.equal(readingMinutes(fromMarkdown('mot '.repeat(201))), 2)
})

test('the plain text has one line for each block, item and row', () => {
  const markdown = '## Titre\n\nUn **mot**\\\nsuite\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |'
  assert.equal(toText(fromMarkdown(markdown)), 'Titre\nUn mot\nsuite\na\nb\nc\td\ne\tf')
})

test('a row of two hundred thousand signs is counted in no time', { timeout: 2_000 }, () => {
  const doc: RichText = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: '.'.repeat(200_000) }] }],
  }
  assert.equal(wordsOf(doc), 0)
})
