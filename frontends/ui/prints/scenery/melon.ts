import { disc, gouge, limb, type Outline, type Point, type Random, rays, ring, rough } from '../carving/carving.ts'
import { cutAlong } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

/** From pole to pole of a fruit, at an angle in degrees from its middle. */
const meridian = ([x, y]: Point, radius: number, degrees: number): Outline =>
  Array.from({ length: 9 }, (_, index): Point => {
    const latitude = ((index / 8) * 150 - 75) * (Math.PI / 180)
    return [x + radius * Math.sin((degrees * Math.PI) / 180) * Math.cos(latitude), y + radius * Math.sin(latitude)]
  })

/** A melon of the Quercy, whole: pale, with green furrows, lit from the left. */
export function melon(sheet: Sheet, at: Point, radius: number, random: Random) {
  sheet.add('k', disc(at, radius, random, radius * 0.012, 36))
  sheet.add('p', disc([at[0] - radius * 0.03, at[1] - radius * 0.02], radius * 0.92, random, radius * 0.012, 34))
  const cuts = (list: readonly number[], reach: number, from: number, to: number, width: number) =>
    list
      .map((degrees) =>
        cutAlong(meridian(at, radius * reach, degrees), from + random() * 0.08, to - random() * 0.08, radius * width),
      )
      .join('')
  sheet.add('g', cuts([-66, -40, -14, 14, 42, 68], 0.92, 0, 1, 0.075))
  sheet.add(
    'k',
    cuts([-63, -37, -11, 17, 45, 70], 0.92, 0, 1, 0.026),
    cuts([25, 30, 35, 52, 57, 62, 75, 79], 0.9, 0.1, 0.92, 0.024),
  )
  sheet.add('k', cuts([-52, -27, -2], 0.9, 0.5, 0.96, 0.014))
  const [x, y] = at
  sheet.add(
    'k',
    limb(
      [
        [x - radius * 0.02, y - radius * 0.9],
        [x - radius * 0.06, y - radius * 1.08],
        [x + radius * 0.06, y - radius * 1.24],
      ],
      [radius * 0.16, radius * 0.09, radius * 0.13],
    ),
  )
}

/** Half of it, cut open: rind, flesh of the plate's own orange, seeds. */
export function halfMelon(sheet: Sheet, [x, y]: Point, radius: number, random: Random) {
  sheet.add('k', disc([x, y], radius, random, radius * 0.012, 36))
  sheet.add('g', disc([x, y], radius * 0.94, random, radius * 0.008, 36))
  sheet.add('p', disc([x, y], radius * 0.88, random, radius * 0.008, 36))
  sheet.add('o', disc([x, y], radius * 0.81, random, radius * 0.01, 34))
  sheet.add(
    'k',
    rays([x, y], radius * 0.6, radius * 0.78, { random, count: 26, width: radius * 0.016 }),
    rough(ring([x, y], radius * 0.46, random, radius * 0.05, 14, 0.92), random, radius * 0.03, radius * 0.2),
  )
  let seeds = ''
  for (let index = 0; index < 24; index++) {
    const turn = index * 2.4
    const from = radius * (0.1 + index * 0.0125)
    const [cx, cy] = [x + Math.cos(turn) * from, y + Math.sin(turn) * from * 0.85]
    seeds += gouge(
      [cx, cy],
      [cx + Math.cos(turn + 0.4) * radius * 0.12, cy + Math.sin(turn + 0.4) * radius * 0.11],
      radius * 0.034,
    )
  }
  sheet.add('p', seeds)
}
