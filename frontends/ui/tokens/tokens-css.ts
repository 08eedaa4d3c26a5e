import {
  axisInks,
  type Colours,
  colours,
  cuts,
  fonts,
  type InkName,
  measures,
  siteInks,
  sizes,
  spaces,
} from './tokens.ts'

const variables = (values: Record<string, string>, prefix = '') =>
  Object.entries(values).map(([name, value]) => `--${prefix}${name}: ${value};`)

/** Only what differs from the sheet that it is printed over. */
const changes = (sheet: Colours, under: Colours) =>
  variables(Object.fromEntries(Object.entries(sheet).filter(([name, value]) => under[name as keyof Colours] !== value)))

const rule = (selector: string, lines: string[], indent = '') =>
  `${indent}${selector} {\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}}\n`

const media = (query: string, lines: string[]) => `@media ${query} {\n${rule(':root', lines, '  ')}}\n`

const accent = (ink: InkName) => [
  `--accent: var(--${ink});`,
  `--accent-text: var(--${ink}-text);`,
  `--on-accent: var(--on-${ink});`,
]

/** The tokens as CSS custom properties; `data-site` and `data-axis` choose the accent. */
export function tokensCss(): string {
  const { day, night, dayContrast, nightContrast } = colours
  const root = [
    'color-scheme: light dark;',
    ...variables(day),
    ...variables(fonts, 'font-'),
    ...variables(sizes, 'size-'),
    ...variables(spaces, 'space-'),
    ...variables(measures, 'measure-'),
    ...variables(cuts, 'cut-'),
  ]
  return [
    '/* Written by tokens-css.ts from tokens.ts: change them there. */\n',
    rule(':root', root),
    media('(prefers-color-scheme: dark)', changes(night, day)),
    media('(prefers-contrast: more)', changes(dayContrast, day)),
    media(
      '(prefers-contrast: more) and (prefers-color-scheme: dark)',
      changes(nightContrast, { ...night, ...dayContrast }),
    ),
    ...Object.entries(siteInks).map(([site, ink]) => rule(`[data-site="${site}"]`, accent(ink))),
    ...Object.entries(axisInks).map(([axis, ink]) => rule(`[data-axis="${axis}"]`, accent(ink))),
  ].join('')
}
