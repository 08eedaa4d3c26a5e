import { disc, limb, type Point, polygon, seededRandom, turn } from '../carving/carving.ts'

/**
 * Pictograms are cut on a grid of 24 fields of 4 units (96 in all). A layer is one path whose shapes exclude each other: a
 * shape inside another is a hole, through which the sheet is seen, whatever its colour.
 */
export type Layer = string

const read = (points: string): Point[] =>
  points.split(' ').map((point): Point => {
    const [x = 0, y = 0] = point.split(',').map(Number)
    return [x, y]
  })

/** A flat with straight sides: `x,y x,y …`; turned around the middle of the grid by `degrees`. */
export const flat = (points: string, degrees = 0): Layer => polygon(turn(read(points), degrees, [48, 48]))

/** A stroke of the knife along points, from its first width to its last. */
export const stroke = (width: number, points: string, end = width): Layer => {
  const line = read(points)
  return limb(
    line,
    line.map((_, index) => width + ((end - width) * index) / Math.max(1, line.length - 1)),
  )
}

/** A round, cut with short straight strokes. */
export const round = (x: number, y: number, radius: number, corners = radius > 14 ? 18 : 10): Layer =>
  disc([x, y], radius, seededRandom(`${x} ${y} ${radius}`), radius * 0.025, corners)

/** A round with a round hole. */
export const hoop = (x: number, y: number, outer: number, inner: number): Layer =>
  round(x, y, outer) + round(x, y, inner, 16)

/** Short wedges around a centre. */
export const beams = (
  x: number,
  y: number,
  inner: number,
  outer: number,
  count: number,
  width: number,
  from = 0,
  to = 360,
): Layer =>
  Array.from({ length: count }, (_, index) => {
    const angle = ((from + ((to - from) * (index + (to - from === 360 ? 0 : 0.5))) / count) * Math.PI) / 180
    const reach = outer * (index % 2 ? 0.94 : 1)
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return polygon([
      [x + cos * inner - sin * width * 0.5, y + sin * inner + cos * width * 0.5],
      [x + cos * reach - sin * width * 0.3, y + sin * reach + cos * width * 0.3],
      [x + cos * reach + sin * width * 0.3, y + sin * reach - cos * width * 0.3],
      [x + cos * inner + sin * width * 0.5, y + sin * inner - cos * width * 0.5],
    ])
  }).join('')
