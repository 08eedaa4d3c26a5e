/**
 * Inks are those of the territory's print: oak-gall ink on warm paper, and the six plates of the tourism charter
 * (Pantone 377, 1805, 124, 138, 640, 7432). Yellow is a little lighter than its reference and orange a little redder, so that the
 * two sites they print are told apart at a glance.
 *
 * An ink is a flat. Its `-text` twin is the same ink, strong enough to be read as text; its `-edge` twin is seen as a line or
 * as the edge of a plate on any paper (3 to 1); `on-` is what is printed over it.
 */
export const inkNames = ['green', 'red', 'yellow', 'orange', 'blue', 'rose'] as const
export type InkName = (typeof inkNames)[number]

type Ground =
  | 'paper' // the page
  | 'paper-2' // a second sheet upon it
  | 'sheet' // what one writes on: fields, editors
  | 'ink' // reading text
  | 'ink-2' // lesser text
  | 'line' // lines and borders that mean something: fields, controls
  | 'rule' // lines that only part rows; never alone to carry a meaning
  | 'key' // the black block of the print
  | 'key-edge' // where it meets the paper, at night too
  | 'on-key'
  | 'on-key-2'
  | 'focus'
  | 'error'
export type ColourName = Ground | InkName | `${InkName}-text` | `${InkName}-edge` | `on-${InkName}`
export type Colours = Record<ColourName, string>

const day: Colours = {
  paper: '#f7f0e1',
  'paper-2': '#eadfc7',
  sheet: '#fdf9f0',
  ink: '#161c24',
  'ink-2': '#4b4740',
  line: '#857b69',
  rule: '#d6c8a9',
  key: '#161c24',
  'key-edge': '#161c24',
  'on-key': '#f7f0e1',
  'on-key-2': '#d8ccb4',
  focus: '#161c24',
  error: '#a3212a',
  green: '#7a9a01',
  'green-text': '#4c6100',
  'green-edge': '#6a8601',
  'on-green': '#161c24',
  red: '#af272f',
  'red-text': '#a3212a',
  'red-edge': '#af272f',
  'on-red': '#fff8ea',
  yellow: '#f2b900',
  'yellow-text': '#735200',
  'yellow-edge': '#9d7800',
  'on-yellow': '#161c24',
  orange: '#e0691c',
  'orange-text': '#96430a',
  'orange-edge': '#c75d19',
  'on-orange': '#161c24',
  blue: '#008bbe',
  'blue-text': '#00648a',
  'blue-edge': '#0085b6',
  'on-blue': '#12171e',
  rose: '#bf698c',
  'rose-text': '#93395f',
  'rose-edge': '#b46384',
  'on-rose': '#12171e',
}

/** The same print at night. */
const night: Colours = {
  paper: '#141a22',
  'paper-2': '#1e2630',
  sheet: '#0f141b',
  ink: '#efe6d2',
  'ink-2': '#bdb39f',
  line: '#8b8574',
  rule: '#333d49',
  key: '#0b0e13',
  'key-edge': '#8b8574',
  'on-key': '#efe6d2',
  'on-key-2': '#bdb39f',
  focus: '#f4c233',
  error: '#f28d8f',
  green: '#7d9a14',
  'green-text': '#a9c733',
  'green-edge': '#7d9a14',
  'on-green': '#0b0e13',
  red: '#bd373d',
  'red-text': '#f28d8f',
  'red-edge': '#d0585c',
  'on-red': '#fff4e2',
  yellow: '#e3b008',
  'yellow-text': '#f4c233',
  'yellow-edge': '#e3b008',
  'on-yellow': '#0b0e13',
  orange: '#dd7424',
  'orange-text': '#f59a5c',
  'orange-edge': '#dd7424',
  'on-orange': '#0b0e13',
  blue: '#1487b3',
  'blue-text': '#62c1e8',
  'blue-edge': '#1487b3',
  'on-blue': '#0b0e13',
  rose: '#b7648a',
  'rose-text': '#e59cba',
  'rose-edge': '#b7648a',
  'on-rose': '#0b0e13',
}

/** For those who ask their system for more contrast: black on white, and every text at 7 to 1. */
const dayContrast: Partial<Colours> = {
  paper: '#ffffff',
  'paper-2': '#f2f2f2',
  sheet: '#ffffff',
  ink: '#000000',
  'ink-2': '#1f1f1f',
  line: '#000000',
  rule: '#000000',
  key: '#000000',
  'key-edge': '#000000',
  'on-key': '#ffffff',
  'on-key-2': '#ffffff',
  focus: '#000000',
  error: '#8a0f18',
  green: '#8fb301',
  'green-text': '#3a4b00',
  'green-edge': '#3a4b00',
  'on-green': '#000000',
  red: '#8a0f18',
  'red-text': '#8a0f18',
  'red-edge': '#8a0f18',
  'on-red': '#ffffff',
  'yellow-text': '#5a4000',
  'yellow-edge': '#5a4000',
  'on-yellow': '#000000',
  orange: '#f08a3a',
  'orange-text': '#6b3800',
  'orange-edge': '#6b3800',
  'on-orange': '#000000',
  blue: '#2ea9d8',
  'blue-text': '#004a68',
  'blue-edge': '#004a68',
  'on-blue': '#000000',
  rose: '#d98caa',
  'rose-text': '#7a2449',
  'rose-edge': '#7a2449',
  'on-rose': '#000000',
}
const nightContrast: Partial<Colours> = {
  paper: '#000000',
  'paper-2': '#12161c',
  sheet: '#000000',
  ink: '#ffffff',
  'ink-2': '#ece6d8',
  line: '#ffffff',
  rule: '#ffffff',
  key: '#000000',
  'key-edge': '#ffffff',
  'on-key': '#ffffff',
  'on-key-2': '#ffffff',
  focus: '#ffd75e',
  error: '#ffabad',
  green: '#8fb301',
  'green-text': '#c0de4c',
  'green-edge': '#c0de4c',
  'on-green': '#000000',
  red: '#8a0f18',
  'red-text': '#ffabad',
  'red-edge': '#ffabad',
  'on-red': '#ffffff',
  yellow: '#f2b900',
  'yellow-text': '#ffd75e',
  'yellow-edge': '#ffd75e',
  'on-yellow': '#000000',
  orange: '#f08a3a',
  'orange-text': '#ffb27d',
  'orange-edge': '#ffb27d',
  'on-orange': '#000000',
  blue: '#2ea9d8',
  'blue-text': '#7fd0f0',
  'blue-edge': '#7fd0f0',
  'on-blue': '#000000',
  rose: '#d98caa',
  'rose-text': '#f2b3cb',
  'rose-edge': '#f2b3cb',
  'on-rose': '#000000',
}

/** Paper from a printer: black on white, whatever the sheet on the screen; inks stay, for drawings, and all carry black. */
const paper: Partial<Colours> = {
  paper: '#ffffff',
  'paper-2': '#ffffff',
  sheet: '#ffffff',
  ink: '#000000',
  'ink-2': '#333333',
  line: '#555555',
  rule: '#999999',
  key: '#ffffff',
  'key-edge': '#000000',
  'on-key': '#000000',
  'on-key-2': '#333333',
  focus: '#000000',
  red: '#e0777b',
  'on-red': '#000000',
}

/** By day and by night, each with more contrast; and on paper. */
export const colours = {
  day,
  night,
  dayContrast: { ...day, ...dayContrast },
  nightContrast: { ...night, ...nightContrast },
  print: { ...day, ...paper },
} satisfies Record<string, Colours>
export type SheetName = keyof typeof colours

/** Each site is one plate, in its own ink; water is always blue. */
export const siteInks = { portal: 'green', heritage: 'red', scic: 'yellow', produits: 'orange' } satisfies Record<
  string,
  InkName
>

/** The three axes of the territorial project, as three rivers. */
export const axisInks = { equitable: 'blue', viable: 'green', vivable: 'rose' } satisfies Record<string, InkName>

/** What a message is about. Never said by colour alone: the word or the shape says it too. */
export const toneInks = { info: 'blue', success: 'green', warning: 'yellow', error: 'red' } satisfies Record<
  string,
  InkName
>
