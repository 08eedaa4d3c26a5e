import { disc, gouge, limb, type Point, type Random } from '../carving/carving.ts'
import type { Sheet } from '../hand/sheet.ts'

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
  let fruits = ''
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
      if (size > 16)
        for (const [u, v] of [
          [0.3, -0.3],
          [0.5, 0.2],
          [0.05, 0.45],
        ] as const)
          fruits += disc([at[0] + u * size, at[1] + v * size], size * 0.14, random, 0.5, 6)
      light += gouge([at[0] - size * 0.5, at[1] + size * 0.2], [at[0] + size * 0.1, at[1] - size * 0.6], size * 0.13, {
        bend: -size * 0.2,
      })
    }
  sheet.add('k', trunks)
  sheet.add('k', crowns)
  sheet.add(ink, inside)
  sheet.add('k', light)
  sheet.add('y', fruits)
}
