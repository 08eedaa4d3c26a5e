import {
  disc,
  gouge,
  gouges,
  limb,
  type Outline,
  oakLeaf,
  type Point,
  polygon,
  type Random,
  rays,
  ring,
  rough,
} from '../carving/carving.ts'
import { comb, cutAlong } from './follow.ts'
import type { Sheet } from './sheet.ts'

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

/** A crate: slats of poplar wood. */
export function crate(sheet: Sheet, [x, y, width, height]: readonly [number, number, number, number], random: Random) {
  sheet.add(
    'k',
    rough(
      [
        [x, y],
        [x + width, y - 3],
        [x + width - 6, y + height],
        [x + 6, y + height],
      ],
      random,
      2,
      80,
    ),
  )
  const slat = height / 3
  for (let index = 0; index < 3; index++) {
    const top = y + 5 + index * slat
    sheet.add(
      'p',
      polygon([
        [x + 12, top],
        [x + width - 10, top - 2],
        [x + width - 12, top + slat - 10],
        [x + 13, top + slat - 9],
      ]),
    )
    sheet.add(
      'k',
      gouges(
        [
          [x + 40 + random() * 40, top + slat * 0.34, x + width * 0.5, top + slat * 0.36],
          [x + width * 0.6, top + slat * 0.3, x + width - 30, top + slat * 0.28],
        ],
        1.6,
      ),
      polygon([
        [x + width * 0.47, top - 2],
        [x + width * 0.53, top - 2],
        [x + width * 0.53, top + slat - 6],
        [x + width * 0.47, top + slat - 6],
      ]),
    )
  }
}

/** The striped awning of a stall. */
export function awning(
  sheet: Sheet,
  [left, top, right, bottom]: readonly [number, number, number, number],
  stripes: number,
  lean: number,
  random: Random,
) {
  const width = (right - left) / stripes
  const scallop = (index: number) => {
    const x = left + index * width
    return `M${Math.round(x + lean)} ${top}L${Math.round(x)} ${bottom}q${Math.round(width / 2)} ${Math.round(width * 0.62)} ${Math.round(width)} ${Math.round((random() - 0.5) * 3)}L${Math.round(x + width + lean)} ${top}z`
  }
  const both = (parity: number) =>
    Array.from({ length: stripes }, (_, index) => (index % 2 === parity ? scallop(index) : '')).join('')
  sheet.add('k', both(0))
  sheet.add('p', both(1))
  sheet.add(
    'k',
    gouges(
      Array.from(
        { length: Math.floor(stripes / 2) },
        (_, index) =>
          [
            left + (index * 2 + 1.75) * width,
            bottom + width * 0.1,
            left + (index * 2 + 1.78) * width + lean * 0.7,
            top + (bottom - top) * 0.3,
          ] as const,
      ),
      2.6,
    ),
  )
  sheet.add(
    'p',
    gouges(
      Array.from(
        { length: Math.ceil(stripes / 2) },
        (_, index) =>
          [
            left + (index * 2 + 0.3) * width,
            bottom - 6,
            left + (index * 2 + 0.3) * width + lean * 0.6,
            top + (bottom - top) * 0.4,
          ] as const,
      ),
      2.6,
    ),
  )
}

/** A field in rows that run to one point, and the round trees that stand on them. */
export function orchard(
  sheet: Sheet,
  [x, y]: Point,
  rows: readonly (readonly [number, number])[],
  random: Random,
  ink: 'g' | 'y' | 'p' = 'g',
) {
  sheet.add(
    'p',
    ...rows.map(([toX, toY], index) =>
      gouge([x + (toX - x) * 0.12, y + (toY - y) * 0.12], [toX, toY], 4 + (index % 2) * 1.6, { belly: 0.8 }),
    ),
  )
  let crowns = ''
  let inside = ''
  let light = ''
  let trunks = ''
  for (const [toX, toY] of rows.filter((_, index) => index % 2 === 0))
    for (const share of [0.18, 0.32, 0.52, 0.82]) {
      const size = 8 + 38 * share
      const at: Point = [x + (toX - x) * share, y + (toY - y) * share - size * 0.9]
      trunks += limb(
        [
          [at[0], at[1]],
          [at[0] + 1, at[1] + size * 1.5],
        ],
        [size * 0.3],
      )
      crowns += disc(at, size * 1.14, random, size * 0.1, 10)
      inside += disc(at, size * 0.92, random, size * 0.1, 9)
      light += gouge([at[0] - size * 0.5, at[1] + size * 0.2], [at[0] + size * 0.1, at[1] - size * 0.6], size * 0.13, {
        bend: -size * 0.2,
      })
    }
  sheet.add('k', trunks)
  sheet.add('k', crowns)
  sheet.add(ink, inside)
  sheet.add('k', light)
}

/** A plait of garlic, hanging. */
export function garlic(sheet: Sheet, [x, y]: Point, heads: number, size: number, random: Random) {
  sheet.add(
    'k',
    limb(
      [
        [x, y],
        [x + 4, y + heads * size * 0.9],
      ],
      [size * 0.3],
    ),
  )
  for (let index = 0; index < heads; index++) {
    const side = index % 2 ? 1 : -1
    const at: Point = [x + side * size * 0.52, y + size * (0.8 + index * 0.78)]
    sheet.add('k', disc(at, size * 0.78, random, 2, 12))
    sheet.add(
      'k',
      limb(
        [
          [at[0], at[1] - size * 0.5],
          [x, at[1] - size * 1.1],
        ],
        [size * 0.36, size * 0.2],
      ),
    )
    sheet.add('p', disc(at, size * 0.63, random, 2, 12))
    sheet.add(
      'k',
      gouges(
        [
          [at[0] - size * 0.05, at[1] - size * 0.55, at[0] - size * 0.25, at[1] + size * 0.5],
          [at[0] + size * 0.08, at[1] - size * 0.5, at[0] + size * 0.3, at[1] + size * 0.44],
        ],
        size * 0.05,
      ),
    )
  }
}

export function leaf(sheet: Sheet, at: Point, length: number, angle: number, random: Random) {
  sheet.leaf(oakLeaf(at, length, angle, random, 3))
}
