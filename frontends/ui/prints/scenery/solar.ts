import { along, gouge, gouges, type Outline, type Point, polygon, type Random } from '../carving/carving.ts'
import { flow } from '../hand/follow.ts'
import { type Cut, line, rows } from '../hand/points.ts'
import type { Sheet } from '../hand/sheet.ts'

/** Four corners: top left, top right, bottom right, bottom left. */
type Quad = Outline

const origin: Point = [0, 0]

/** The place in a four-cornered plane: `u` from left to right, `v` from top to bottom. */
export const inPlane = ([a = origin, b = origin, c = origin, d = origin]: Quad, u: number, v: number): Point =>
  along(along(a, b, u), along(d, c, u), v)

/** Solar panels lying on a roof. */
export function panels(sheet: Sheet, plane: Quad, columns: number, rows: number, skip: readonly string[] = []) {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (skip.includes(`${column},${row}`)) continue
      const corner = (u: number, v: number) => inPlane(plane, (column + u) / columns, (row + v) / rows)
      const quad: Quad = [corner(0.05, 0.06), corner(0.95, 0.06), corner(0.95, 0.94), corner(0.05, 0.94)]
      panel(sheet, quad, true)
    }
}

export function panel(sheet: Sheet, quad: Quad, shine = false) {
  const at = (u: number, v: number) => inPlane(quad, u, v)
  sheet.add('b', polygon(quad))
  const line = (from: Point, to: Point, width: number) => gouge(from, to, width)
  sheet.add(
    'p',
    line(at(0.33, 0.02), at(0.34, 0.98), 1.7),
    line(at(0.67, 0.02), at(0.66, 0.98), 1.7),
    line(at(0.02, 0.5), at(0.98, 0.49), 1.7),
    shine ? polygon([at(0.06, 0.3), at(0.1, 0.09), at(0.26, 0.08)]) : '',
  )
}

/** Tiles of a roof around its panels. */
export const tiles = (plane: Quad, lines: number, random: Random, width = 3.4) =>
  flow([plane[0] ?? origin, plane[3] ?? origin], [plane[1] ?? origin, plane[2] ?? origin], {
    random,
    lines,
    width,
    cut: 0.09,
    hole: 0.035,
    skip: 0.08,
  })

/** Two people who carry a panel along a ridge, against the light. Feet at y 0. */
export function panelBearers(sheet: Sheet, transform: string) {
  sheet.at(transform, () => {
    sheet.add(
      'k',
      'M-92-2l4-40-6-34 10-34-4-26 16-14 22 4 10 24-4 32 8 36 12 40 2 10-16 2-4-8-16-44-8 18-4 34-20 4z',
      'M-78-150c-10-6-12-24-2-32 12-8 26 0 27 14 0 12-8 20-16 20z',
      'M-102-168l14-12c4-14 26-18 34-4l18 6z',
    )
    sheet.add(
      'k',
      'M74-2l-6-44 6-30-8-34 8-26 20-10 16 10 2 28-4 36 10 34 6 36-18 2-14-44-6 8 2 36z',
      'M80-146c-10-8-8-26 4-30 14-4 24 8 21 20-2 10-10 14-16 13z',
      'M68-160c2-18 34-24 42-4l2 6z',
    )
    // arms
    sheet.add('k', 'M-66-132l30 26 34 4 0 12-40-2-34-26zM78-126l10 10-34 24-40 2 0-12 34-2z')
  })
  sheet.at(transform, () => {
    sheet.add('k', 'M-64-116l124-10 8 60-126 12z')
    panel(sheet, line('-56,-109 54,-118 60,-73 -51,-62'))
    sheet.add(
      'p',
      gouges(rows<Cut>('-84,-44,-76,-104 84,-50,88,-100 -50,-40,-38,-8 104,-60,110,-20'), 2.6),
      'M-96-170l40-6-38 9z',
    )
  })
}
