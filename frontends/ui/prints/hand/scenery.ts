import {
  disc,
  gouge,
  gouges,
  type Outline,
  oakLeaf,
  type Point,
  polygon,
  type Random,
  rays,
} from '../carving/carving.ts'
import { cutAlong, flow, pointOn } from './follow.ts'
import type { Sheet } from './sheet.ts'

/** Round crowns of oaks along a line, in small groups. */
export function wood(sheet: Sheet, line: Outline, count: number, radius: number, random: Random) {
  let crowns = ''
  let light = ''
  for (let index = 0; index < count; index++) {
    const [x, y] = pointOn(line, (index + 0.2 + random() * 0.6) / count)
    const size = radius * (0.6 + random() * 0.65)
    crowns += disc([x, y - size * 0.55], size, random, size * 0.16, 9, 0.94)
    light += gouge([x - size * 0.5, y - size * 0.3], [x + size * 0.1, y - size * 1.3], size * 0.17, {
      belly: 0.6,
      bend: -size / 4,
    })
    if (size > radius * 0.8)
      light += gouge([x, y - size * 0.2], [x + size * 0.5, y - size], size * 0.11, { belly: 0.6, bend: -size / 5 })
  }
  sheet.add('k', crowns)
  sheet.add('p', light)
}

/** A poplar: one flame of ink, combed by the light from the right. */
export function poplar(sheet: Sheet, [x, y]: Point, height: number, random: Random) {
  const half = height * 0.11
  sheet.add(
    'k',
    polygon([
      [x - 3, y],
      [x - half * 0.9, y - height * 0.2],
      [x - half, y - height * 0.45],
      [x - half * 0.5, y - height * 0.8],
      [x + 2, y - height],
      [x + half * 0.6, y - height * 0.76],
      [x + half, y - height * 0.42],
      [x + half * 0.8, y - height * 0.18],
      [x + 4, y],
    ]),
  )
  for (let index = 0; index < 4; index++) {
    const low = y - height * (0.16 + index * 0.18)
    sheet.add(
      'p',
      gouge([x - half * 0.1 + random() * 3, low], [x + half * 0.5, low - height * 0.16], 2.6, { belly: 0.6 }),
    )
  }
}

type House = readonly [x: number, y: number, width: number, height: number, roof: number]

/** Houses of a village: walls in the light, one side in shadow, a tiled roof. */
export function houses(sheet: Sheet, row: readonly House[], random: Random, roofInk: 'r' | 'o' | 'k' = 'r') {
  let walls = ''
  let shadows = ''
  let windows = ''
  let roofs = ''
  let tiles = ''
  for (const [x, y, width, height, roof] of row) {
    const waver = () => (random() - 0.5) * 3
    const right = x + width
    const top = y - height
    walls += polygon([
      [x + waver(), y],
      [x + waver(), top],
      [right + waver(), top + waver()],
      [right, y],
    ])
    shadows +=
      polygon([
        [right - width * 0.28, top],
        [right + 2, top],
        [right + 2, y],
        [right - width * 0.28 + waver(), y],
      ]) +
      polygon([
        [x - 7, top + 4],
        [x + width * 0.14, top - roof - 4],
        [right - width * 0.1, top - roof - 3],
        [right + 7, top + 5],
      ])
    roofs += polygon([
      [x - 2, top - 1],
      [x + width * 0.18, top - roof],
      [right - width * 0.13, top - roof + 1],
      [right + 1, top],
    ])
    const columns = Math.max(1, Math.floor((width * 0.7) / 17))
    for (let column = 0; column < columns; column++) {
      const at = Math.round(x + 6 + column * 16 + waver() / 2)
      windows += `M${at} ${top + 12}h6v11h-6z`
      if (height > 46) windows += column % 3 === 1 ? `M${at - 1} ${y - 16}h8v16h-8z` : `M${at} ${top + 34}h6v11h-6z`
      tiles += gouge([at + 4, top - roof + 5], [at - 1, top - 3], 1.8)
    }
  }
  sheet.add('p', walls)
  sheet.add('k', shadows, windows)
  sheet.add(roofInk, roofs)
  sheet.add(roofInk === 'k' ? 'p' : 'p', tiles)
}

/**
 * A limestone cliff: beds of blocks, each block lit from its left. `rim` goes down the left side, two points a bed; `reach` is
 * how far the light goes into the rock.
 */
export function cliff(
  sheet: Sheet,
  rim: Outline,
  {
    right,
    bottom,
    reach,
    weight = 8,
    random,
  }: { right: number; bottom: number; reach: number; weight?: number; random: Random },
) {
  const top = rim[0] ?? [0, 0]
  const last = rim.at(-1) ?? top
  sheet.add('k', polygon([...rim, [last[0] - 6, bottom], [right, bottom], [right, top[1] - 60]]))
  let cuts = ''
  for (let bed = 0; bed + 1 < rim.length; bed += 2) {
    const from = rim[bed] ?? top
    const to = rim[bed + 1] ?? from
    const height = to[1] - from[1]
    const slope = (random() - 0.2) * -0.1
    for (let x = 6; x < reach && from[0] + x < right; ) {
      const wide = (0.3 + random() * 0.9) * weight * 7
      const fade = 1 - (x / reach) ** 1.4
      const step = (random() - 0.3) * height * 0.16
      const count = Math.max(2, Math.round(wide / (weight * 2.2)))
      for (let index = 0; index < count; index++) {
        const light = fade * (1 - (index / count) * 0.75)
        if (light < 0.12) continue
        const at = from[0] + x + (index * wide) / count + (index && random() * 4)
        const high = from[1] + 9 + slope * x + step + index * 2
        const long = Math.min(height * (0.55 + 0.4 * random()) * (0.45 + light * 0.55), to[1] - 4 - high)
        if (long > 14)
          cuts += gouge(
            [at, high],
            [at - 3 + random() * 4 - long * 0.07, high + long],
            weight * (0.35 + light * 0.75),
            { belly: 0.2 + random() * 0.2 },
          )
      }
      if (random() < 0.5 && fade > 0.3)
        cuts += gouge(
          [from[0] + x - 6, from[1] + slope * x + step],
          [from[0] + x + wide * 0.9, from[1] + slope * (x + wide) + step - 5],
          2.4,
          { belly: 0.25 },
        )
      x += wide + weight * 1.6
    }
  }
  sheet.add('p', cuts)
}

/** Bushes on ledges. */
export function scrub(sheet: Sheet, places: readonly (readonly [number, number, number])[], random: Random) {
  for (const [x, y, size] of places) {
    sheet.add('g', disc([x, y], size, random, size * 0.2, 9))
    sheet.add(
      'k',
      rays([x, y + size * 0.4], size * 0.2, size * 1.05, {
        random,
        count: 5,
        width: 2,
        from: Math.PI * 1.1,
        to: Math.PI * 1.9,
      }),
    )
  }
}

/** A stone bridge seen from the bank: `arches` are [centre x, springing y, half width, height]. */
export function bridge(
  sheet: Sheet,
  deck: Outline,
  foot: number,
  arches: readonly (readonly [number, number, number, number])[],
  random: Random,
) {
  const [first, last] = [deck[0] ?? [0, 0], deck.at(-1) ?? [0, 0]]
  sheet.add('k', polygon([[first[0] - 8, foot], ...deck.map(([x, y]): Point => [x, y - 9]), [last[0] + 8, foot]]))
  sheet.add(
    'p',
    polygon([
      [first[0] + 4, foot - 16],
      [first[0] + 4, first[1] + 7],
      ...deck.map(([x, y]): Point => [x, y + 5]),
      [last[0] - 3, last[1] + 6],
      [last[0] - 3, foot - 16],
    ]),
  )
  const vault = (x: number, y: number, half: number, height: number, down: number) =>
    `M${Math.round(x - half)} ${y + down}V${y}C${Math.round(x - half)} ${Math.round(y - height * 1.28)} ${Math.round(x + half)} ${Math.round(y - height * 1.28)} ${Math.round(x + half)} ${y}V${y + down}z`
  for (const [x, y, half, height] of arches) {
    sheet.add('k', vault(x, y, half, height, foot - y))
    sheet.add(
      'k',
      rays([x, y], half + 3, half + 17, {
        random,
        count: 13,
        width: 2.4,
        from: Math.PI * 1.02,
        to: Math.PI * 1.98,
        short: 0.8,
      }),
    )
  }
  for (const [x, y, half, height] of arches)
    sheet.add('b', vault(x - half * 0.13, y + 4, half * 0.8, height * 0.86, foot - y))
  for (let index = 0; index + 1 < arches.length; index++) {
    const [a, b] = [arches[index], arches[index + 1]]
    if (!a || !b) continue
    const x = (a[0] + a[2] + b[0] - b[2]) / 2
    const y = a[1]
    sheet.add(
      'k',
      polygon([
        [x - 19, foot + 6],
        [x - 14, y - 26],
        [x, y - 40],
        [x + 15, y - 26],
        [x + 20, foot + 6],
      ]),
    )
    sheet.add(
      'p',
      polygon([
        [x - 15, foot - 2],
        [x - 11, y - 23],
        [x - 1, y - 33],
        [x + 1, foot + 1],
      ]),
    )
  }
  sheet.add(
    'k',
    cutAlong(
      deck.map(([x, y]): Point => [x, y + 16]),
      0.04,
      0.46,
      1.6,
    ),
    cutAlong(
      deck.map(([x, y]): Point => [x, y + 17]),
      0.5,
      0.97,
      1.6,
    ),
  )
}

/** Ripples on still water, lighter in the middle. */
export const ripples = (from: Outline, to: Outline, lines: number, random: Random, width = 3.6) =>
  flow(from, to, { random, lines, width, cut: 0.11, hole: 0.09, skip: 0.3 })

type Leaf = readonly [x: number, y: number, length: number, angle: number]

/** Oak leaves that stand out from what is behind them by a rim of key ink. */
export function foliage(sheet: Sheet, leaves: readonly Leaf[], random: Random) {
  for (const [x, y, length, angle] of leaves) {
    const rim = oakLeaf([x, y], length, angle, random)
    sheet.leaf(rim)
  }
}

/** Acorns hanging from a twig. */
export function acorns(sheet: Sheet, places: readonly (readonly [number, number, number])[]) {
  for (const [x, y, turn] of places)
    sheet.at(`translate(${x} ${y})rotate(${turn})`, () => {
      sheet.add('k', 'M-16 4c-2 30 8 42 16 48 8-6 18-18 16-48z')
      sheet.add('y', 'M-10 8c0 24 6 32 10 37 4-5 10-13 10-37z')
      sheet.add('k', 'M-18 8c0-17 36-17 36 0-9 6-27 6-36 0zM-2-6l2-18 4 0-1 18z')
      sheet.add('p', 'M-5 14q-2 12 3 22-7-9-3-22z', gouges([[-10, 1, 8, 0]], 1.4))
    })
}

/** A sun behind everything: rays first, then the flat. */
export function sun(sheet: Sheet, [x, y]: Point, radius: number, random: Random, count = 46, reach = 1.75) {
  sheet.add('v', rays([x, y], radius * 1.12, radius * reach, { random, count, width: radius * 0.05 }))
  sheet.add('s', disc([x, y], radius, random, radius * 0.014, 34))
}
