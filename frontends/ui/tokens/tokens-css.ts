import { axisInks, type Colours, colours, type InkName, siteInks, toneInks } from './colours.ts'
import { declarations, media, rule, variables } from './css.ts'
import {
  controls,
  cuts,
  durations,
  easings,
  fonts,
  layers,
  leadings,
  measures,
  sizes,
  spaces,
  textSteps,
  trackings,
} from './scales.ts'
import { sheetsCss } from './sheets-css.ts'

const accent = (ink: InkName, name = 'accent') =>
  declarations({
    [`--${name}`]: `var(--${ink})`,
    [`--${name}-text`]: `var(--${ink}-text)`,
    [`--${name}-edge`]: `var(--${ink}-edge)`,
    [`--on-${name}`]: `var(--on-${ink})`,
  })

const accents = (attribute: string, inks: Record<string, InkName>, name?: string) =>
  Object.entries(inks).map(([value, ink]) => rule(`[data-${attribute}="${value}"]`, accent(ink, name)))

const still = Object.fromEntries(Object.keys(durations).map((name) => [name, '0s']))

/** The tokens as CSS custom properties. Attributes on the root or below it choose: see README.md. */
export function tokensCss(): string {
  const constants = [
    ...variables(fonts, 'font-'),
    ...variables(sizes, 'size-'),
    ...variables(leadings, 'leading-'),
    ...variables(trackings, 'tracking-'),
    ...variables(spaces, 'space-'),
    ...variables(measures, 'measure-'),
    ...variables(controls),
    ...variables(cuts, 'cut-'),
    ...variables(durations, 'time-'),
    ...variables(easings, 'ease-'),
    ...variables(layers, 'z-'),
  ]
  return [
    '/* Written by `npm run tokens -w @pmq/ui` from tokens/: change them there. */\n',
    rule(':root', constants),
    sheetsCss(Object.keys(colours.day) as (keyof Colours)[]),
    media('(prefers-reduced-motion: reduce)', [rule(':root', variables(still, 'time-'))]),
    ...Object.entries(textSteps)
      .filter(([step]) => step !== '0')
      .map(([step, size]) => rule(`:root[data-text="${step}"]`, [`font-size: ${size};`])),
    ...accents('site', siteInks),
    ...accents('axis', axisInks),
    ...accents('tone', toneInks, 'tone'),
    media('print', [
      rule('[data-site], [data-axis]', [
        '--accent: #ffffff;',
        '--accent-text: #000000;',
        '--accent-edge: #000000;',
        '--on-accent: #000000;',
      ]),
    ]),
  ].join('')
}
