import { along, type Outline, type Point } from '../../carving/carving.ts'

/** A leaning rectangle of the picture, reached by shares of its sides: `(0, 0)` is the first corner, `(1, 1)` the third. */
export const leaning =
  ([a, b, c, d]: readonly [Point, Point, Point, Point]) =>
  (u: number, v: number): Point =>
    along(along(a, b, u), along(d, c, u), v)

/** The panes of a leaning rectangle, row by row, with a bar between them. */
export function panes(
  corners: readonly [Point, Point, Point, Point],
  columns: number,
  rows: number,
  bar = 0.06,
): [Point, Point, Point, Point][] {
  const at = leaning(corners)
  return Array.from({ length: columns * rows }, (_, index) => {
    const u = (index % columns) / columns
    const v = Math.floor(index / columns) / rows
    const [du, dv] = [1 / columns, 1 / rows]
    return [
      at(u + du * bar, v + dv * bar),
      at(u + du * (1 - bar), v + dv * bar),
      at(u + du * (1 - bar), v + dv * (1 - bar)),
      at(u + du * bar, v + dv * (1 - bar)),
    ]
  })
}

/** Four corners out of a list of points. */
export function corners(outline: Outline): [Point, Point, Point, Point] {
  const [a, b, c, d] = outline
  if (!a || !b || !c || !d) throw new TypeError('A rectangle has four corners')
  return [a, b, c, d]
}
