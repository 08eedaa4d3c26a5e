import { type Colours, colours, siteInks } from './colours.ts'

const of = (sheet: Colours) => ({
  paper: sheet.paper,
  plate: sheet['paper-2'],
  ink: sheet.ink,
  quiet: sheet['ink-2'],
  line: sheet.line,
  key: sheet.key,
  onKey: sheet['on-key'],
  error: sheet.error,
})

const accentOf = (sheet: Colours, site: keyof typeof siteInks) => {
  const ink = siteInks[site]
  return {
    accent: sheet[ink],
    accentText: sheet[`${ink}-text`],
    accentEdge: sheet[`${ink}-edge`],
    onAccent: sheet[`on-${ink}`],
  }
}

/**
 * Constants for a mail of a site: `light` is written into the mail; `dark` replaces each of the same name in
 * `@media (prefers-color-scheme: dark)`, where the reader's program has it. Mail programs know no custom properties.
 */
export const mailColours = (site: keyof typeof siteInks) => ({
  light: { ...of(colours.day), ...accentOf(colours.day, site) },
  dark: { ...of(colours.night), ...accentOf(colours.night, site) },
})
