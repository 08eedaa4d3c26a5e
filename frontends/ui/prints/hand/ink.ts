import { colours } from '../../tokens/tokens.ts'

/**
 * The inks of a drawing, by one letter: a drawing is a file (`<img>`), which no custom property of the page can reach, so the
 * hexes of the tokens are written into it, for both sheets. A file that is an image follows the `color-scheme` of the page
 * that shows it, the reader's choice of theme included.
 *
 * `k` key block, `p` paper, `s` the sun (a moon at night), `v` its rays, `w` what is cut out of the sheet itself.
 */
const day = colours.day
const night = colours.night
const inks = {
  k: [day.key, night.key],
  p: [day.paper, night.ink],
  g: [day.green, night.green],
  r: [day.red, night.red],
  y: [day.yellow, night.yellow],
  o: [day.orange, night.orange],
  b: [day.blue, night.blue],
  m: [day.rose, night.rose],
  s: [day.yellow, night.ink],
  v: [day.yellow, night.line],
  w: [day.paper, night.paper],
  l: [day.ink, night.line],
} as const satisfies Record<string, readonly [string, string]>

export type Ink = keyof typeof inks
const names = Object.keys(inks) as Ink[]

/** The style of a drawing: only the inks that it uses. */
export function inkStyle(body: string): string {
  const used = names.filter((name) => body.includes(`class="${name}"`))
  const rules = (sheet: 0 | 1, list: Ink[]) => list.map((name) => `.${name}{fill:${inks[name][sheet]}}`).join('')
  const changed = used.filter((name) => inks[name][0] !== inks[name][1])
  return `<style>${rules(0, used)}@media(prefers-color-scheme:dark){${rules(1, changed)}}</style>`
}

/** Around leaves: the key ink of the day serves by night too. */
export const rim = day.key
