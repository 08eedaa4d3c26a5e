import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diffOf, wordDiff } from './word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'kept' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`))
    .join('')

test('a word that changed is seen as such', () => {
  assert.equal(shown('Douze boucles à vélo', 'Douze boucles à pied'), 'Douze boucles à [-vélo][+pied]')
  assert.equal(shown('qui vous aide', 'qui vous aide en 2026'), 'qui vous aide[+ en 2026]')
  assert.equal(shown('', 'neuf'), '[+neuf]')
  assert.equal(shown('même', 'même'), 'même')
})

test('kept and added words are the new text, kept and removed words the old one', () => {
  const words = ['eau', 'L’', 'a', '. ', 'bois', ' ', 'et', ', ', 'été', '\n']
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const text = () => Array.from({ length: random(25) }, () => words[random(words.length)]).join('')
  for (let round = 0; round < 300; round += 1) {
    const [before, after] = [text(), text()]
    const parts = wordDiff(before, after)
    const without = (kind: string) =>
      parts
        .filter((part) => part.kind !== kind)
        .map(({ text }) => text)
        .join('')
    assert.equal(without('removed'), after)
    assert.equal(without('added'), before)
  }
})

test('two long texts that share nothing are told apart without taking all the memory', () => {
  const many = (word: string) => Array.from({ length: 5_000 }, (_, index) => `${word}${index}`).join(' ')
  assert.ok(wordDiff(many('a'), many('b')).length > 1)
})

test('lists of anything are compared by what makes them equal', () => {
  const runs = diffOf([{ n: 1 }, { n: 2 }], [{ n: 2 }, { n: 3 }], ({ n }) => String(n))
  assert.deepEqual(runs, [
    { kind: 'removed', items: [{ n: 1 }] },
    { kind: 'kept', items: [{ n: 2 }] },
    { kind: 'added', items: [{ n: 3 }] },
  ])
})
