import { colours } from '../../tokens/tokens.ts'

/** Inks of a print, by day; the same print serves at night, as an image has no dark side of its own. */
export const coverColours = {
  key: colours.day.key,
  paper: colours.day.paper,
  sand: colours.day['paper-2'],
  green: colours.day.green,
  red: colours.day.red,
  yellow: colours.day.yellow,
  orange: colours.day.orange,
  blue: colours.day.blue,
  rose: colours.day.rose,
}

export type Ink = keyof typeof coverColours
