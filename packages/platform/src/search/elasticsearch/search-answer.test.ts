import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf, correctedText, partsOf, type Response } from './search-answer.ts'

const marked = (text: string) => `\u{e000}${text}\u{e001}`
const aResponse = (said: object) => ({ hits: { hits: [] }, ...said }) as unknown as Response // only what is read

test('a fragment becomes parts, with an ellipsis where it was cut', () => {
  const whole = 'Une phrase. Le moulin et les moulins. Une autre.'
  assert.deepEqual(partsOf(`Le ${marked('moulin')} et les ${marked('moulins')}.`, whole), [
    { text: '…', marked: false },
    { text: 'Le ', marked: false },
    { text: 'moulin', marked: true },
    { text: ' et les ', marked: false },
    { text: 'moulins', marked: true },
    { text: '.', marked: false },
    { text: '…', marked: false },
  ])
  assert.deepEqual(partsOf(marked('Moulin'), 'Moulin'), [{ text: 'Moulin', marked: true }])
})

test('hits, total, facets and highlights are read', () => {
  const response = aResponse({
    hits: {
      total: { value: 7, relation: 'eq' },
      hits: [
        {
          _id: 'a',
          _score: 2.5,
          _source: { fields: { title: 'Moulin' } },
          highlight: { 'fields.title': [marked('Moulin')] },
        },
        { _id: 'b', _score: null, _source: { fields: {} } },
      ],
    },
    aggregations: { 'facet:kind': { doc_count: 3, values: { buckets: [{ key: 'eau', doc_count: 2 }] } } },
  })
  assert.deepEqual(answerOf(response, ['kind', 'other']), {
    items: [
      { id: 'a', score: 2.5, fields: { title: 'Moulin' }, highlights: { title: [{ text: 'Moulin', marked: true }] } },
      { id: 'b', score: 0, fields: {}, highlights: {} },
    ],
    total: 7,
    facets: { kind: [{ value: 'eau', count: 2 }], other: [] },
  })
})

test('the closest word takes the place of the unknown one, the most frequent of equals', () => {
  const option = (text: string, freq: number) => ({ text, freq, score: 0.8 })
  const response = aResponse({
    suggest: {
      corrections: [
        {
          text: 'moulon',
          offset: 3,
          length: 6,
          options: [option('mouton', 1), option('moulin', 4), option('moulu', 9)],
        },
        { text: 'rural', offset: 10, length: 5, options: [] },
        { text: 'pomt', offset: 16, length: 4, options: [option('poste', 3)] },
      ],
    },
  })
  assert.equal(correctedText('Le Moulon rural pomt', response), 'Le moulin rural pomt')
  assert.equal(correctedText('Le moulin', aResponse({})), undefined)
})
