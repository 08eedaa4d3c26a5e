import type { Outline, Random } from '../carving/carving.ts'
import { flow } from '../hand/follow.ts'

/** Ripples on still water, lighter in the middle. */
export const ripples = (from: Outline, to: Outline, lines: number, random: Random, width = 3.6) =>
  flow(from, to, { random, lines, width, cut: 0.11, hole: 0.09, skip: 0.3 })
