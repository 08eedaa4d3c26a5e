import { gouge } from './gouge.ts'
import { boundsOf, edges, type Outline, type Point, turn } from './points.ts'
import { jitter, type Random } from './random.ts'

export type HatchOptions = {
  random: Random
  /** Of the cuts, in degrees from the horizontal, clockwise. */
  angle?: number
  /** Between two rows; rows come half as far again, as a broad gouge leaves room. */
  gap?: number
  width?: number
  /** How far from the edge a row begins, at most 1.3 times. */
  inset?: number
  /** Mean length of a cut; 0 cuts from edge to edge. */
  length?: number
  /** Mean room between two cuts of a row. */
  hole?: number
  /** Share of cuts that are left out, from 0 to 1. */
  skip?: number
  /** How far the hand trembles. */
  wobble?: number
  /** Width by place, as a factor: light comes from somewhere. Cuts that get thinner than 0.8 are left out. */
  light?: (x: number, y: number) => number
  belly?: number
  bend?: number
}

/** Rows of cuts inside an outline, each with its own length, width and hesitation. Path data. */
export function hatch(outline: Outline, options: HatchOptions): string {
  const { random, angle = 0, gap = 14, width = 4, inset = 8, length = 0, hole = 10, skip = 0, wobble = 2 } = options
  const { light = () => 1, belly = 0.5, bend = 0 } = options
  const upright = turn(outline, -angle)
  const back = (point: Point): Point => turn([point], angle)[0] ?? point
  const { top, bottom } = boundsOf(upright)
  let cuts = ''
  for (let y = top + gap * 0.6; y < bottom; y += gap * 1.5 * (0.8 + random() * 0.4)) {
    const crossings = crossingsAt(upright, y)
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      let x = (crossings[index] ?? 0) + inset * (0.3 + random())
      const end = (crossings[index + 1] ?? 0) - inset * (0.3 + random())
      while (x < end) {
        const stop = Math.min(end, x + (length ? length * (0.45 + random() * 1.1) : end - x))
        const [middleX, middleY] = back([(x + stop) / 2, y])
        const wide = 1.3 * width * (0.6 + random() * 0.7) * light(middleX, middleY)
        if (stop - x > 6 && wide > 0.8 && random() >= skip)
          cuts += gouge(back([x, y + jitter(random, wobble / 2)]), back([stop, y + jitter(random, wobble)]), wide, {
            belly,
            bend,
          })
        if (!length) break
        x = stop + hole * (0.5 + random())
      }
    }
  }
  return cuts
}

function crossingsAt(outline: Outline, y: number): number[] {
  return edges(outline)
    .flatMap(([from, to]) =>
      from[1] <= y === to[1] > y ? [from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])] : [],
    )
    .sort((one, other) => one - other)
}
