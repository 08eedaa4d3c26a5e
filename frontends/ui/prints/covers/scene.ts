import { createPrint, pick, type Random, type Shape, seededRandom, windsBack } from '../carving/carving.ts'
import type { Ink } from './inks.ts'
import { dayPalettes, nightPalettes, type Palette } from './palettes.ts'

export type Hour = 'dawn' | 'noon' | 'evening' | 'night'

/** What makes two prints of one motif differ. Told by motif and seed alone. */
export type Variation = Palette & {
  hour: Hour
  isMirrored: boolean
  /** How much of what may be counted: 0, 1 or 2 more. */
  more: 0 | 1 | 2
  /** Where the horizon stands, in units of the print, around what the motif means. */
  lift: number
  /** Which of several ways of a motif or a ground, from 0 to 1. */
  way: number
  /** Which of several inks of what people make and paint, from 0 to 1. */
  hue: number
}

/** The sheet, and what is carved into it. A motif is hand-placed on 800 × 600; wider sheets go on at both sides. */
export type Scene = Variation & {
  readonly random: Random
  readonly left: number
  readonly right: number
  readonly height: number
  readonly shapes: readonly Shape[]
  /** The first of these inks that is told apart from the sky. */
  unlikeSky(first: Ink, ...others: Ink[]): Ink
  /** One of these inks, by the seed; never that of the sky. */
  paint(first: Ink, ...others: Ink[]): Ink
  ink(ink: Ink, ...data: string[]): void
  /** A block of deep black; at night it gets a rim of light, or it would drown in the sky. Lines on things are `line`. */
  key(...data: string[]): void
  /** Black on something that is printed already. */
  line(...data: string[]): void
  /** A shape with its own black outline, which a hand cannot cut with straight strokes. */
  leaf(ink: Ink, outline: string): void
  /** Bare paper, where the gouge has passed. */
  cut(...data: string[]): void
}

export const sheet = { width: 800, height: 600 }

export const moonlight = { ink: 'paper', width: 9 }

export type Setting = {
  /** There is no sky: no hour, no night. */
  isIndoors?: boolean
  /** Skies in front of which the motif could not be read. */
  unlike?: readonly Ink[]
}

/** Chosen by the seed among what suits the motif. The same name, seed and setting: the same variation, for ever. */
export function variationOf(name: string, seed: string, { isIndoors = false, unlike = [] }: Setting): Variation {
  const random = seededRandom(`${name} ${seed} variation`)
  const suits = ({ sky }: Palette) => !unlike.includes(sky)
  const isNight = !isIndoors && !unlike.includes('key') && random() < 0.16
  const [first = dayPalettes[0], ...others] = (isNight ? nightPalettes : dayPalettes).filter(suits)
  if (!first) throw new TypeError(`No palette suits ${name}`)
  return {
    ...pick(random, [first, ...others]),
    hour: isNight ? 'night' : pick<Hour>(random, ['dawn', 'noon', 'noon', 'evening']),
    isMirrored: random() < 0.5,
    more: pick<0 | 1 | 2>(random, [0, 1, 2]),
    lift: Math.round((random() - 0.5) * 50),
    way: random(),
    hue: random(),
  }
}

/** @param ratio of the sheet, width by height, from 1 to 3 */
export function createScene(variation: Variation, random: Random, ratio: number): Scene {
  const print = createPrint()
  const width = Math.round(sheet.height * ratio)
  const left = Math.round((sheet.width - width) / 2)
  const lay = (ink: Ink, ...data: string[]) => {
    for (const d of data) windsBack(d) ? print.apart(ink, d) : print.ink(ink, d)
  }
  return {
    ...variation,
    random,
    left,
    right: left + width,
    height: sheet.height,
    shapes: print.shapes,
    unlikeSky: (first, ...others) => [first, ...others].find((ink) => ink !== variation.sky) ?? first,
    paint(...inks) {
      const fit = inks.filter((ink) => ink !== variation.sky)
      return fit[Math.floor(variation.hue * fit.length)] ?? inks[0]
    },
    ink: lay,
    key: (...data) => (variation.hour === 'night' ? print.rimmed('key', moonlight, ...data) : lay('key', ...data)),
    line: (...data) => lay('key', ...data),
    leaf: (ink, outline) => print.rimmed(ink, { ink: 'key', width: 14 }, outline),
    cut: (...data) => lay('paper', ...data),
  }
}
