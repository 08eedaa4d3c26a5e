/**
 * The design tokens, the only place where a colour or a size is chosen. `tokens.css` is written from here
 * (`npm run tokens -w @pmq/ui`); `tokens.test.ts` checks that it was, and that every pair is readable.
 *
 * Inks are those of the territory's print: oak-gall ink on warm paper, and the six plates of the tourism charter
 * (Pantone 377, 1805, 124, 138, 640, 7432). An ink is a flat; its `-text` twin is the same ink, strong enough to be read as text;
 * `on-` is what is printed over it.
 */
export const inkNames = ['green', 'red', 'yellow', 'orange', 'blue', 'rose'] as const
export type InkName = (typeof inkNames)[number]

type Sheet = 'paper' | 'paper-2' | 'ink' | 'ink-2' | 'line' | 'key' | 'on-key' | 'on-key-2' | 'focus' | 'error'
export type ColourName = Sheet | InkName | `${InkName}-text` | `on-${InkName}`
export type Colours = Record<ColourName, string>

const day: Colours = {
  paper: '#f7f0e1',
  'paper-2': '#eadfc7',
  ink: '#161c24',
  'ink-2': '#4b4740',
  line: '#857b69',
  key: '#161c24',
  'on-key': '#f7f0e1',
  'on-key-2': '#d8ccb4',
  focus: '#161c24',
  error: '#a3212a',
  green: '#7a9a01',
  'green-text': '#4c6100',
  'on-green': '#161c24',
  red: '#af272f',
  'red-text': '#a3212a',
  'on-red': '#fff8ea',
  yellow: '#eaaa00',
  'yellow-text': '#735200',
  'on-yellow': '#161c24',
  orange: '#de7c00',
  'orange-text': '#8f4c00',
  'on-orange': '#161c24',
  blue: '#008bbe',
  'blue-text': '#00648a',
  'on-blue': '#12171e',
  rose: '#bf698c',
  'rose-text': '#93395f',
  'on-rose': '#12171e',
}

/** The same print at night. */
const night: Colours = {
  paper: '#141a22',
  'paper-2': '#1e2630',
  ink: '#efe6d2',
  'ink-2': '#bdb39f',
  line: '#8b8574',
  key: '#0b0e13',
  'on-key': '#efe6d2',
  'on-key-2': '#bdb39f',
  focus: '#f0bb33',
  error: '#f28d8f',
  green: '#7d9a14',
  'green-text': '#a9c733',
  'on-green': '#0b0e13',
  red: '#a3262e',
  'red-text': '#f28d8f',
  'on-red': '#fff4e2',
  yellow: '#d99e00',
  'yellow-text': '#f0bb33',
  'on-yellow': '#0b0e13',
  orange: '#d07808',
  'orange-text': '#f2a14d',
  'on-orange': '#0b0e13',
  blue: '#1487b3',
  'blue-text': '#62c1e8',
  'on-blue': '#0b0e13',
  rose: '#b7648a',
  'rose-text': '#e59cba',
  'on-rose': '#0b0e13',
}

/** For those who ask their system for more contrast: black on white, and every text at 7 to 1. */
const dayContrast: Partial<Colours> = {
  paper: '#ffffff',
  'paper-2': '#f2f2f2',
  ink: '#000000',
  'ink-2': '#1f1f1f',
  line: '#000000',
  key: '#000000',
  'on-key': '#ffffff',
  'on-key-2': '#ffffff',
  focus: '#000000',
  error: '#8a0f18',
  green: '#8fb301',
  'green-text': '#3a4b00',
  'on-green': '#000000',
  red: '#8a0f18',
  'red-text': '#8a0f18',
  'on-red': '#ffffff',
  'yellow-text': '#5a4000',
  'on-yellow': '#000000',
  orange: '#f08a0a',
  'orange-text': '#6b3800',
  'on-orange': '#000000',
  blue: '#2ea9d8',
  'blue-text': '#004a68',
  'on-blue': '#000000',
  rose: '#d98caa',
  'rose-text': '#7a2449',
  'on-rose': '#000000',
}
const nightContrast: Partial<Colours> = {
  paper: '#000000',
  'paper-2': '#12161c',
  ink: '#ffffff',
  'ink-2': '#ece6d8',
  line: '#ffffff',
  key: '#000000',
  'on-key': '#ffffff',
  'on-key-2': '#ffffff',
  focus: '#ffd75e',
  error: '#ffabad',
  green: '#8fb301',
  'green-text': '#c0de4c',
  'on-green': '#000000',
  red: '#8a0f18',
  'red-text': '#ffabad',
  'on-red': '#ffffff',
  yellow: '#eaaa00',
  'on-yellow': '#000000',
  orange: '#f08a0a',
  'on-orange': '#000000',
  blue: '#2ea9d8',
  'blue-text': '#7fd0f0',
  'on-blue': '#000000',
  rose: '#d98caa',
  'rose-text': '#f2b3cb',
  'on-rose': '#000000',
}

/** Four sheets: by day and by night, and each with more contrast. */
export const colours = {
  day,
  night,
  dayContrast: { ...day, ...dayContrast },
  nightContrast: { ...night, ...nightContrast },
} satisfies Record<string, Colours>

/** Each site is one plate, in its own ink; water is always blue. */
export const siteInks = { portal: 'green', heritage: 'red', scic: 'yellow', produits: 'orange' } satisfies Record<
  string,
  InkName
>

/** The three axes of the territorial project, as three rivers. */
export const axisInks = { equitable: 'blue', viable: 'green', vivable: 'rose' } satisfies Record<string, InkName>

export const fonts = {
  display: '"Bricolage Grotesque", "Bricolage stand-in", "Arial Narrow", sans-serif',
  text: '"Atkinson Hyperlegible Next", "Atkinson stand-in", Verdana, sans-serif',
}

/** Fluid sizes: they grow with the sheet, and with the reader's own text size. */
export const sizes = {
  small: '1rem',
  text: '1.1875rem',
  lead: 'clamp(1.25rem, 1.14rem + 0.5vw, 1.5rem)',
  h4: 'clamp(1.25rem, 1.2rem + 0.2vw, 1.4rem)',
  h3: 'clamp(1.4rem, 1.27rem + 0.6vw, 1.85rem)',
  h2: 'clamp(1.9rem, 1.45rem + 2vw, 3.25rem)',
  h1: 'clamp(2.5rem, 1.6rem + 4vw, 5rem)',
  giant: 'clamp(2.9rem, 1.5rem + 6.2vw, 6.75rem)',
  figure: 'clamp(2.5rem, 2rem + 2vw, 4rem)',
}

export const spaces = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2rem',
  7: 'clamp(2rem, 1.4rem + 2.6vw, 3.5rem)',
  8: 'clamp(3rem, 2rem + 4.4vw, 6rem)',
}

export const measures = {
  /** 62 to 68 characters of reading text. */
  text: '39rem',
  sheet: '86rem',
  gutter: 'clamp(1rem, 4.4vw, 4rem)',
}

/** Knife-cut outlines of a plate: straight cuts, never quite parallel. */
export const cuts = {
  a: 'polygon(0 3px, 34% 0, 71% 2px, 100% 0, calc(100% - 2px) 46%, 100% calc(100% - 3px), 62% 100%, 27% calc(100% - 2px), 2px 100%, 1px 52%)',
  b: 'polygon(2px 0, 42% 3px, 100% 1px, 100% 38%, calc(100% - 3px) 100%, 55% calc(100% - 3px), 18% 100%, 0 calc(100% - 1px), 3px 61%)',
}
