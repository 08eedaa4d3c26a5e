import { type Random, rough, seededRandom } from '../carving/carving.ts'
import type { Ink } from '../hand/ink.ts'
import { line } from '../hand/points.ts'
import { createSheet, type Sheet } from '../hand/sheet.ts'

/** A small picture that tells a state: a plate of its own ink, which stands on the sheet by day and by night. 480 × 360. */
export function statePlate(seed: string, ground: Ink, draw: (sheet: Sheet, random: Random) => void): string {
  const random = seededRandom(seed)
  const sheet = createSheet()
  sheet.add(ground, 'M0 0h480v360H0z')
  draw(sheet, random)
  return sheet.svg([0, 0, 480, 360], rough(line('4,8 476,4 477,354 5,357'), random, 2.4, 120))
}

/** The land that closes a plate, below its skyline. */
export const land = (top: string, random: Random) => rough(line(`${top} 490,370 -10,370`), random, 2, 70)
