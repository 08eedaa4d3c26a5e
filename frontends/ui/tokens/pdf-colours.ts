import { colours, inkNames, siteInks } from './colours.ts'

/**
 * Colours for paper, read by Typst as JSON. Text is black on white; an ink has its flat, what is printed over it, and its text,
 * which stays readable on a black-and-white printer.
 */
export function pdfColours() {
  const { day, print } = colours
  const inks = Object.fromEntries(
    inkNames.map((name) => [name, { flat: day[name], over: day[`on-${name}`], text: day[`${name}-text`] }]),
  )
  return {
    paper: print.paper,
    ink: print.ink,
    quiet: print['ink-2'],
    line: print.line,
    rule: print.rule,
    key: day.key,
    onKey: day['on-key'],
    inks,
    sites: siteInks,
  }
}
