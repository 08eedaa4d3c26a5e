import type { Ink } from './inks.ts'

/** Plates of one print: what stands behind, the land, and the light. Ink lines and bare paper are in every print. */
export type Palette = { sky: Ink; land: Ink; light: Ink }

/** By day, dawn and evening. Side by side, any two can be told apart. */
export const dayPalettes: readonly Palette[] = [
  { sky: 'orange', land: 'green', light: 'yellow' },
  { sky: 'yellow', land: 'green', light: 'paper' },
  { sky: 'rose', land: 'orange', light: 'yellow' },
  { sky: 'blue', land: 'green', light: 'yellow' },
  { sky: 'red', land: 'orange', light: 'yellow' },
  { sky: 'green', land: 'orange', light: 'yellow' },
  { sky: 'sand', land: 'green', light: 'red' },
  { sky: 'yellow', land: 'orange', light: 'red' },
  { sky: 'sand', land: 'rose', light: 'orange' },
  { sky: 'rose', land: 'green', light: 'paper' },
]

export const nightPalettes: readonly Palette[] = [
  { sky: 'key', land: 'green', light: 'yellow' },
  { sky: 'key', land: 'rose', light: 'paper' },
  { sky: 'key', land: 'orange', light: 'yellow' },
]
