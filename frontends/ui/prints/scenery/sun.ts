import { disc, type Point, type Random, rays } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A sun behind everything: rays first, then the flat. */
export function sun(sheet: Sheet, [x, y]: Point, radius: number, random: Random, count = 46, reach = 1.75) {
  sheet.add('v', rays([x, y], radius * 1.12, radius * reach, { random, count, width: radius * 0.05 }))
  sheet.add('s', disc([x, y], radius, random, radius * 0.014, 34))
}
