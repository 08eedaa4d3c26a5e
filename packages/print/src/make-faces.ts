// Typst reads neither woff2 nor variable fonts: the sites' own files are pinned to static faces by HarfBuzz, with the
// same outlines. `npm run faces -w @pmq/print` writes them to faces/, which is committed.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
// @ts-expect-error it has no types
import subsetFont from 'subset-font'

const span = (from: number, to: number) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index))
/** French and its neighbours, punctuation, and the few signs that prints use. */
const glyphs = `${span(0x20, 0x7e)}${span(0xa0, 0x17f)}${span(0x2000, 0x206f)}€™←↑→↓−×✓`

const display = '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wdth-normal.woff2'
const reading =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2'
const readingItalic =
  '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2'

const faces: [name: string, file: string, axes: Record<string, number>][] = [
  ['display-800', display, { wght: 800, wdth: 84 }],
  ['text-400', reading, { wght: 400 }],
  ['text-400-italic', readingItalic, { wght: 400 }],
  ['text-700', reading, { wght: 700 }],
]

for (const [name, file, variationAxes] of faces) {
  const source = await readFile(fileURLToPath(import.meta.resolve(file)))
  const face = await subsetFont(source, glyphs, {
    targetFormat: 'truetype',
    variationAxes,
    preserveNameIds: [1, 2, 4, 6, 13, 14],
  })
  await writeFile(new URL(`../faces/${name}.ttf`, import.meta.url), face)
}
