// `npm run fonts -w @pmq/ui`: cuts the two families down to what pages use (HarfBuzz). The files are committed.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
// @ts-expect-error it has no types
import subsetFont from 'subset-font'

/** As in `fonts.css`, `unicode-range`: French and its neighbours, punctuation, and the few signs that pages use. */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
] as const
const glyphs = ranges
  .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
  .join('')

const bricolage = '@fontsource-variable/bricolage-grotesque'
const atkinson = '@fontsource-variable/atkinson-hyperlegible-next'
const reading = { wght: { min: 400, max: 700, default: 400 } }

const faces = [
  {
    from: `${bricolage}/files/bricolage-grotesque-latin-wdth-normal.woff2`,
    axes: { wght: 800, wdth: 84 },
    to: 'bricolage-grotesque-84-800-latin',
  },
  {
    from: `${atkinson}/files/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
    axes: reading,
    to: 'atkinson-hyperlegible-next-400-700-latin',
  },
  {
    from: `${atkinson}/files/atkinson-hyperlegible-next-latin-wght-italic.woff2`,
    axes: reading,
    to: 'atkinson-hyperlegible-next-400-700-italic-latin',
  },
]

const fileOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier))
const here = (name: string) => new URL(name, import.meta.url)

for (const { from, axes, to } of faces) {
  const face = await subsetFont(await readFile(fileOf(from)), glyphs, { targetFormat: 'woff2', variationAxes: axes })
  await writeFile(here(`${to}.woff2`), face)
}
await copyFile(fileOf(`${bricolage}/LICENSE`), here('LICENSE-bricolage-grotesque.txt'))
await copyFile(fileOf(`${atkinson}/LICENSE`), here('LICENSE-atkinson-hyperlegible-next.txt'))
