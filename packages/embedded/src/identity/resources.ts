import { readFileSync } from 'node:fs'

/**
 * What the pages show. The token sheet, the mark, the print and the fonts are written by `@pmq/ui` (`npm run tokens`,
 * `npm run sign-in`): its tests check that they are the sites' own.
 */
const read = (file: string) => readFileSync(new URL(file, import.meta.url))

export const markSvg = read('./resources/mark.svg').toString().replace('<svg', '<svg class="mark" aria-hidden="true"')

const css = 'text/css; charset=utf-8'
const svg = 'image/svg+xml'
const woff2 = 'font/woff2'

/** By name under `/resources/`. */
export const resources: ReadonlyMap<string, { type: string; body: Buffer }> = new Map([
  ['pages.css', { type: css, body: Buffer.concat([read('./tokens.css'), read('./pages.css')]) }],
  ['hero.svg', { type: svg, body: read('./resources/hero.svg') }],
  ['bricolage-grotesque.woff2', { type: woff2, body: read('./resources/bricolage-grotesque.woff2') }],
  ['atkinson-hyperlegible-next.woff2', { type: woff2, body: read('./resources/atkinson-hyperlegible-next.woff2') }],
])
