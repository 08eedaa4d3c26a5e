import { type Outline, type Point, polygon, type Random, rays } from '../carving/carving.ts'
import { cutAlong } from '../hand/follow.ts'
import type { Sheet } from '../hand/sheet.ts'

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
