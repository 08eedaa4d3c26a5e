import assert from 'node:assert/strict'
import { test } from 'node:test'
import { analyze } from './french-analyzer.ts'
import { highlight } from './highlight.ts'

const termsOf = (text: string) => new Set(analyze(text).map(({ term }) => term))
const shown = (text: string, typed: string) =>
  highlight(text, termsOf(typed))
    ?.map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('')
const filler = 'Les jours de foire amenaient du monde. '

test('a short text is shown whole, its own words marked', () => {
  assert.equal(shown('L’Église et les églises.', 'eglise'), 'L’[Église] et les [églises].')
})

test('without a match there is nothing to show', () => {
  assert.equal(shown('Un moulin', 'lavoir'), undefined)
  assert.equal(shown('', 'lavoir'), undefined)
})

test('the extract of a long text is where most different terms are', () => {
  const text = `Un lavoir. ${filler.repeat(20)}Le lavoir près du moulin. ${filler.repeat(20)}`
  assert.match(shown(text, 'moulin lavoir') ?? '', /^….*Le \[lavoir\] près du \[moulin\]\..*…$/)
})

test('an extract is about 200 characters, cut between words, with an ellipsis where it was cut', () => {
  const text = `${filler.repeat(10)}Le moulin. ${filler.repeat(10)}`
  for (const [body, typed] of [
    [text, 'moulin'],
    [`Moulin. ${text}`, 'moulin'],
    [`${text}Ce lavoir`, 'lavoir'],
  ] as const) {
    const extract = (highlight(body, termsOf(typed)) ?? []).map((part) => part.text).join('')
    assert.ok(extract.length > 120 && extract.length <= 202, `${extract.length}`)
    const bare = extract.replaceAll('…', '')
    assert.ok(body.includes(bare))
    const at = body.indexOf(bare)
    assert.ok(at === 0 || /\s/.test(body[at - 1] ?? ''))
    assert.ok(/^$|\s|\W/.test(body[at + bare.length] ?? ''))
    assert.equal(extract.startsWith('…'), at > 0)
    assert.equal(extract.endsWith('…'), at + bare.length < body.length)
  }
})

test('a word longer than an extract is shown whole', () => {
  const word = 'x'.repeat(1000)
  const extract = (highlight(`${filler}${word} ${filler}`, termsOf(word)) ?? []).map((part) => part.text).join('')
  assert.ok(extract.includes(word))
})
