import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type ColourName, type Colours, colours, inkNames, siteInks } from './colours.ts'
import { apparentDistance, contrast } from './contrast.ts'
import { outputs } from './outputs.ts'
import { tokensCss } from './tokens-css.ts'

type Pair = [over: ColourName, under: ColourName]
const papers = ['paper', 'paper-2', 'sheet'] as const

/** What is printed on what, everywhere: text, then controls, lines and edges that carry meaning. */
const texts: Pair[] = [
  ...papers.flatMap((paper): Pair[] => [
    ['ink', paper],
    ['ink-2', paper],
    ['error', paper],
    ...inkNames.map((ink): Pair => [`${ink}-text`, paper]),
  ]),
  ['paper', 'ink'],
  ['paper', 'error'],
  ['on-key', 'key'],
  ['on-key-2', 'key'],
  ...inkNames.map((ink): Pair => [`on-${ink}`, ink]),
]
const controls: Pair[] = papers.flatMap((paper): Pair[] => [
  ['line', paper],
  ['focus', paper],
])
/** Where a plate meets the paper; the yellow and the green of the focus and of the menu on the black block. */
const edges: Pair[] = [
  ...papers.flatMap((paper): Pair[] => [['key-edge', paper], ...inkNames.map((ink): Pair => [`${ink}-edge`, paper])]),
  ['yellow', 'key'],
  ['green', 'key'],
]

function faint(sheet: Colours, pairs: Pair[], least: number) {
  return pairs
    .map(([over, under]) => ({ pair: `${over} on ${under}`, ratio: contrast(sheet[over], sheet[under]) }))
    .filter(({ ratio }) => ratio < least)
}

/** The formatter breaks long lines; that changes nothing. */
const unformatted = (text: string) => text.replace(/\s+/g, '')

for (const [name, sheet] of Object.entries(colours)) {
  const least = name.endsWith('Contrast') ? 7 : 4.5
  test(`on the sheet "${name}", every text has ${least} to 1`, () => assert.deepEqual(faint(sheet, texts, least), []))
}

for (const name of ['day', 'night', 'dayContrast', 'nightContrast'] as const) {
  test(`on the sheet "${name}", lines of controls and the focus have 3 to 1`, () =>
    assert.deepEqual(faint(colours[name], controls, 3), []))

  test(`on the sheet "${name}", the edges of plates have 3 to 1`, () =>
    assert.deepEqual(faint(colours[name], edges, 3), []))
}

test('the inks of two sites are told apart at a glance, by day and by night', () => {
  const inks = Object.values(siteInks)
  for (const sheet of [colours.day, colours.night])
    for (const one of inks)
      for (const other of inks)
        if (one < other) assert.ok(apparentDistance(sheet[one], sheet[other]) > 0.12, `${one} and ${other}`)
})

test('a theme or a contrast that the reader chose beats the system', () => {
  const css = unformatted(tokensCss())
  const at = (text: string) => css.indexOf(unformatted(text))
  assert.ok(at('@media (prefers-color-scheme: dark) { :root:where(:not([data-theme="light"]))') > 0)
  assert.ok(at(':root:where([data-theme="dark"])') > 0)
  assert.ok(at(':root:where([data-contrast="more"])') > at(':root:where([data-theme="dark"])'))
})

for (const { file, text } of outputs()) {
  test(`${file.pathname.split('/').slice(-2).join('/')} is what the tokens say`, async () => {
    const written = await readFile(file, 'utf8')
    assert.equal(unformatted(written), unformatted(text), 'Run: npm run tokens -w @pmq/ui')
  })
}

test('white on black measures 21 to 1', () => {
  assert.equal(Math.round(contrast('#ffffff', '#000000')), 21)
})
