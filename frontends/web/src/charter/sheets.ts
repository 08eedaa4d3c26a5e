import { contrast } from '@pmq/ui/contrast'
import { type ColourName, type Colours, colours, inkNames } from '@pmq/ui/tokens'

const oneDecimal = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

type Pair = { over: ColourName; under: ColourName; use: string; least: number }

const french = { green: 'vert', red: 'rouge', yellow: 'jaune', orange: 'orange', blue: 'bleu', rose: 'rose' }

/** What is printed on what, and the least contrast that it must have by day (WCAG 2.2: 1.4.3 for texts, 1.4.11 for controls). */
const pairs: Pair[] = [
  { over: 'ink', under: 'paper', use: 'Texte', least: 4.5 },
  { over: 'ink-2', under: 'paper', use: 'Texte secondaire', least: 4.5 },
  { over: 'error', under: 'paper', use: 'Erreur', least: 4.5 },
  { over: 'line', under: 'paper', use: 'Bord d’un champ', least: 3 },
  { over: 'on-key', under: 'key', use: 'Texte sur le noir', least: 4.5 },
  ...inkNames.flatMap((ink): Pair[] => [
    { over: `${ink}-text`, under: 'paper', use: `Texte en ${french[ink]}`, least: 4.5 },
    { over: `on-${ink}`, under: ink, use: `Texte sur l’aplat ${french[ink]}`, least: 4.5 },
    { over: `${ink}-edge`, under: 'paper', use: `Bord d’un aplat ${french[ink]}`, least: 3 },
  ]),
]

export const sheets = [
  { name: 'day', title: 'De jour' },
  { name: 'night', title: 'De nuit' },
  { name: 'dayContrast', title: 'De jour, contrasté' },
  { name: 'nightContrast', title: 'De nuit, contrasté' },
] as const

const measured = (sheet: Colours, over: ColourName, under: ColourName) => ({
  over: sheet[over],
  under: sheet[under],
  ratio: oneDecimal.format(contrast(sheet[over], sheet[under])),
})

/** Every pair on the four sheets, with its contrast as the tokens are now. */
export const contrasts = pairs.map(({ over, under, use, least }) => ({
  ...{ over, under, use, least: oneDecimal.format(least) },
  on: sheets.map(({ name }) => measured(colours[name], over, under)),
}))

/** The six flats, with the Pantone reference that each comes from. */
export const flats = (
  [
    ['green', 'Vert chêne', '377'],
    ['red', 'Rouge brique', '1805'],
    ['yellow', 'Jaune soleil', '124'],
    ['orange', 'Orange melon', '138'],
    ['blue', 'Bleu Aveyron', '640'],
    ['rose', 'Rose ail', '7432'],
  ] as const
).map(([ink, title, pantone]) => ({
  ...{ ink, title, pantone, day: colours.day[ink], night: colours.night[ink] },
  ratio: measured(colours.day, `on-${ink}`, ink).ratio,
}))
