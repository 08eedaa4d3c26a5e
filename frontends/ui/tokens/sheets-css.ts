import { type ColourName, type Colours, colours } from './colours.ts'
import { media, rule, variables } from './css.ts'

const only = (sheet: Colours, names: readonly ColourName[]) =>
  Object.fromEntries(names.map((name) => [name, sheet[name]])) as Record<string, string>

/** Only what differs from the sheet that it is printed over. */
const changes = (sheet: Record<string, string>, under: Record<string, string>) =>
  Object.fromEntries(Object.entries(sheet).filter(([name, value]) => under[name] !== value))

/** `:where` keeps every rule as light as `:root`, so that the order alone decides. */
const root = (condition = '') => (condition ? `:root:where(${condition})` : ':root')
const notDay = ':not([data-theme="light"])'
const night = '[data-theme="dark"]'
const strong = '[data-contrast="more"]'
const dark = '(prefers-color-scheme: dark)'
const more = '(prefers-contrast: more)'

/**
 * The sheets, by what the system asks and by what the reader chose: `data-theme="light|dark"` and `data-contrast="more"` on the
 * root beat the system. Paper from a printer is always the print sheet.
 */
export function sheetsCss(names: readonly ColourName[]): string {
  const byDay = only(colours.day, names)
  const byNight = changes(only(colours.night, names), byDay)
  const clear = changes(only(colours.dayContrast, names), byDay)
  const clearNight = changes(only(colours.nightContrast, names), { ...byDay, ...byNight, ...clear })
  const [nightLines, clearLines, clearNightLines] = [byNight, clear, clearNight].map((sheet) => variables(sheet))
  if (!nightLines || !clearLines || !clearNightLines) throw new Error('A sheet has no colour')
  return [
    rule(root(), ['color-scheme: light dark;', ...variables(byDay)]),
    rule(root('[data-theme="light"]'), ['color-scheme: light;']),
    rule(root(night), ['color-scheme: dark;', ...nightLines]),
    media(dark, [rule(root(notDay), nightLines)]),
    rule(root(strong), clearLines),
    media(more, [rule(root(), clearLines)]),
    rule(root(`${strong}${night}`), clearNightLines),
    media(dark, [rule(root(`${strong}${notDay}`), clearNightLines)]),
    media(more, [rule(root(night), clearNightLines)]),
    media(`${more} and ${dark}`, [rule(root(notDay), clearNightLines)]),
    media('print', [rule(root(), ['color-scheme: light;', ...variables(only(colours.print, names))])]),
  ].join('')
}
