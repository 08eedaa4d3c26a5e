import assert from 'node:assert/strict'
import { test } from 'node:test'
import { diffOf } from './diff-of.ts'
import { wordCountOf, wordDiff } from './word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'kept' ? text : `[${kind === 'added' ? '+' : '-'}${text}]`))
    .join('')

/** The same numbers each time. */
const randomOf = (start: number) => {
  let seed = start
  return (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
}
const sides = (before: string, after: string) => {
  const parts = wordDiff(before, after)
  const without = (kind: string) =>
    parts
      .filter((part) => part.kind !== kind)
      .map(({ text }) => text)
      .join('')
  return { before: without('added'), after: without('removed'), parts }
}

test('a word that changed is seen as such', () => {
  assert.equal(shown('Douze boucles à vélo', 'Douze boucles à pied'), 'Douze boucles à [-vélo][+pied]')
  assert.equal(shown('qui vous aide', 'qui vous aide en 2026'), 'qui vous aide[+ en 2026]')
  assert.equal(shown('', 'neuf'), '[+neuf]')
  assert.equal(shown('même', 'même'), 'même')
  assert.equal(shown('', ''), '')
})

test('an elision, an accent written apart and a sign are not torn from their words', () => {
  assert.equal(shown('l’eau vive', 'l’air vif'), 'l’[-eau vive][+air vif]')
  assert.equal(shown('un e\u0301te\u0301', 'un e\u0301tat'), 'un [-e\u0301te\u0301][+e\u0301tat]')
  assert.equal(shown('Venez !', 'Venez.'), 'Venez[- !][+.]')
})

test('replaced words that follow one another are one replacement, not confetti', () => {
  assert.equal(
    shown('douze boucles balisées', 'treize sentiers ombragés'),
    '[-douze boucles balisées][+treize sentiers ombragés]',
  )
  assert.equal(
    shown(
      'Le marché se tient chaque jeudi de mars place du Coq',
      'Une foire aura lieu samedi prochain de nuit sous la halle',
    ),
    '[-Le marché se tient chaque jeudi de mars place du Coq][+Une foire aura lieu samedi prochain de nuit sous la halle]',
  )
  assert.equal(shown('en train et en bus', 'en car et en tram'), 'en [-train][+car] et en [-bus][+tram]')
})

test('kept and added words are the new text, kept and removed words the old one, whatever the texts', () => {
  const words = ['eau', 'L’', 'a', '. ', 'bois', ' ', 'et', ', ', 'été', '\n']
  const random = randomOf(7)
  const text = () => Array.from({ length: random(40) }, () => words[random(words.length)]).join('')
  for (let round = 0; round < 1_000; round += 1) {
    const [before, after] = [text(), text()]
    const found = sides(before, after)
    assert.equal(found.after, after)
    assert.equal(found.before, before)
  }
})

test('no other comparison changes fewer items', () => {
  const random = randomOf(11)
  for (let round = 0; round < 500; round += 1) {
    const list = () => Array.from({ length: random(14) }, () => String(random(4)))
    const [before, after] = [list(), list()]
    const kept = diffOf(before, after, (item) => item).reduce(
      (sum, { kind, items }) => (kind === 'kept' ? sum + items.length : sum),
      0,
    )
    assert.equal(kept, longestCommon(before, after))
  }
})

test('two long texts that share nothing, or only small words, are told apart in bounded time', () => {
  const random = randomOf(3)
  const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
  const small = () => Array.from({ length: 60_000 }, () => 'abcde'[random(5)]).join(' ')
  const started = performance.now()
  for (const [before, after] of [
    [many('a'), many('b')],
    [small(), small()],
  ] as const) {
    const found = sides(before, after)
    assert.equal(found.after, after)
    assert.equal(found.before, before)
  }
  assert.ok(performance.now() - started < 5_000)
})

test('in a book that was rewritten all along, what stayed is still found', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `mot${index}`)
  const rewritten = words.map((word, index) => (index % 8 === 0 ? `autre${index}` : word))
  const { parts, after } = sides(words.join(' '), rewritten.join(' '))
  assert.equal(after, rewritten.join(' '))
  assert.deepEqual(wordCountOf(parts), { added: 2_500, removed: 2_500 })
})

test('words added and removed are counted as the editor counts words', () => {
  assert.deepEqual(wordCountOf(wordDiff('Douze boucles à vélo', 'Douze boucles à pied, l’été')), {
    added: 2,
    removed: 1,
  })
})

test('lists of anything are compared by what makes them equal', () => {
  const runs = diffOf([{ n: 1 }, { n: 2 }], [{ n: 2 }, { n: 3 }], ({ n }) => String(n))
  assert.deepEqual(runs, [
    { kind: 'removed', items: [{ n: 1 }] },
    { kind: 'kept', items: [{ n: 2 }] },
    { kind: 'added', items: [{ n: 3 }] },
  ])
})

function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = after.map(() => 0)
  for (const item of before) {
    const next: number[] = []
    after.forEach((other, at) => {
      next[at] = item === other ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0)
    })
    row = next
  }
  return row.at(-1) ?? 0
}
