import { disc, gouge, limb, type Point, type Random } from '../carving/carving.ts'
import { comb } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

/** A bunch of chasselas; `rows` are numbers of grapes from the stalk down. */
export function grapes(sheet: Sheet, [x, y]: Point, radius: number, rows: readonly number[], random: Random) {
  const places = rows.flatMap((count, row) =>
    Array.from(
      { length: count },
      (_, index): Point => [
        x + (index - (count - 1) / 2) * radius * 2.06 + (random() - 0.5) * radius * 0.26 - row * radius * 0.14,
        y + row * radius * 1.74 + (random() - 0.5) * radius * 0.24,
      ],
    ),
  )
  sheet.add(
    'k',
    limb(
      [
        [x + radius * 0.4, y - radius * 2.6],
        [x, y - radius],
        [x - radius * 0.2, y + radius * 2],
      ],
      [radius * 0.5, radius * 0.4, radius * 0.3],
    ),
  )
  sheet.add('k', ...places.map((at) => disc(at, radius * 1.2, random, radius * 0.05, 11)))
  sheet.add('y', ...places.map((at) => disc(at, radius * 0.9, random, radius * 0.04, 10)))
  sheet.add(
    'p',
    ...places.map(([cx, cy]) =>
      gouge([cx - radius * 0.55, cy + radius * 0.1], [cx - radius * 0.05, cy - radius * 0.6], radius * 0.13, {
        belly: 0.5,
        bend: -radius * 0.22,
      }),
    ),
  )
  sheet.add(
    'k',
    ...places.map(([cx, cy]) =>
      gouge([cx + radius * 0.5, cy - radius * 0.15], [cx + radius * 0.05, cy + radius * 0.62], radius * 0.1, {
        belly: 0.5,
        bend: -radius * 0.3,
      }),
    ),
  )
}

export function apple(sheet: Sheet, [x, y]: Point, radius: number, random: Random, ink: 'r' | 'y' | 'g' = 'r') {
  sheet.add('k', disc([x, y], radius, random, radius * 0.03, 16, 0.95))
  sheet.add(
    'k',
    limb(
      [
        [x, y - radius * 0.7],
        [x + radius * 0.15, y - radius * 1.3],
      ],
      [radius * 0.1, radius * 0.16],
    ),
  )
  sheet.add(ink, disc([x - radius * 0.03, y], radius * 0.87, random, radius * 0.03, 15, 0.95))
  sheet.add(
    'k',
    gouge([x - radius * 0.35, y - radius * 0.62], [x + radius * 0.42, y - radius * 0.62], radius * 0.09, {
      bend: radius * 0.2,
    }),
    comb(
      [
        [x + radius * 0.72, y - radius * 0.3],
        [x + radius * 0.5, y + radius * 0.6],
      ],
      { random, count: 5, width: radius * 0.05, length: radius * 0.4, angle: 190 },
    ),
  )
  sheet.add(
    'p',
    gouge([x - radius * 0.6, y + radius * 0.2], [x - radius * 0.42, y - radius * 0.42], radius * 0.09, {
      bend: -radius * 0.1,
    }),
  )
}
