import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { contrast } from './contrast.ts'
import { type ColourName, type Colours, colours, inkNames } from './tokens.ts'
import { tokensCss } from './tokens-css.ts'

type Pair = [over: ColourName, under: ColourName]

/** What is printed on what, everywhere: text, then controls and marks that carry meaning. */
const texts: Pair[] = [
  ['ink', 'paper'],
  ['ink', 'paper-2'],
  ['ink-2', 'paper'],
  ['ink-2', 'paper-2'],
  ['paper', 'ink'],
  ['on-key', 'key'],
  ['on-key-2', 'key'],
  ['error', 'paper'],
  ['paper', 'error'],
  ...inkNames.flatMap((ink): Pair[] => [
    [`on-${ink}`, ink],
    [`${ink}-text`, 'paper'],
    [`${ink}-text`, 'paper-2'],
  ]),
]
const controls: Pair[] = [
  ['line', 'paper'],
  ['focus', 'paper'],
  ['yellow', 'key'],
  ['green', 'key'],
]

function unreadable(sheet: Colours, pairs: Pair[], least: number) {
  return pairs
    .map(([over, under]) => ({ pair: `${over} on ${under}`, ratio: contrast(sheet[over], sheet[under]) }))
    .filter(({ ratio }) => ratio < least)
}

/** The formatter breaks long lines; that changes nothing. */
const unformatted = (css: string) => css.replace(/\s+/g, '')

test('every text is readable by day and by night (WCAG AA)', () => {
  for (const sheet of [colours.day, colours.night]) {
    assert.deepEqual(unreadable(sheet, texts, 4.5), [])
    assert.deepEqual(unreadable(sheet, controls, 3), [])
  }
})

test('whoever asks for more contrast gets 7 to 1 for every text (WCAG AAA)', () => {
  for (const sheet of [colours.dayContrast, colours.nightContrast]) assert.deepEqual(unreadable(sheet, texts, 7), [])
})

test('tokens.css is what tokens.ts says', async () => {
  const written = await readFile(new URL('tokens.css', import.meta.url), 'utf8')
  assert.equal(unformatted(written), unformatted(tokensCss()), 'Run: npm run tokens -w @pmq/ui')
})

test('white on black measures 21 to 1', () => {
  assert.equal(Math.round(contrast('#ffffff', '#000000')), 21)
})
