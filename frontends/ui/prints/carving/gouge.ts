import { numbers, type Point, points, whole } from './points.ts'

export type GougeOptions = {
  /** Where the cut is widest, from 0 (start) to 1 (end). */
  belly?: number
  /** How far the whole cut bends sideways, in units; negative the other way. */
  bend?: number
}

/** Below this width one pass of the knife is enough: a curve, and straight back. */
const onePass = 8.5

/**
 * One cut of the gouge, as path data: pointed at both ends, `width` from its middle line to its edge. Every line of our
 * prints is made of it.
 */
export function gouge(from: Point, to: Point, width: number, { belly = 0.5, bend = 0 }: GougeOptions = {}): string {
  const x = whole(from[0])
  const y = whole(from[1])
  const dx = whole(to[0]) - x
  const dy = whole(to[1]) - y
  const length = Math.hypot(dx, dy) || 1
  const nx = -dy / length
  const ny = dx / length
  const mx = dx * belly
  const my = dy * belly
  const out = (reach: number) => [mx + nx * reach, my + ny * reach] as const
  if (width < onePass && !bend) return `M${numbers(x, y)}q${numbers(...out(width * 2), dx, dy)}z`
  const [bx, by] = out(bend - width)
  return `M${numbers(x, y)}q${numbers(...out(bend + width), dx, dy)}q${numbers(bx - dx, by - dy, -dx, -dy)}z`
}

/** Several cuts of one width: `[x0, y0, x1, y1]` each. */
export const gouges = (
  cuts: readonly (readonly [number, number, number, number])[],
  width: number,
  options?: GougeOptions,
) => cuts.map(([x0, y0, x1, y1]) => gouge([x0, y0], [x1, y1], width, options)).join('')

/** Several cuts of one width, written as pairs of points: `'10,10 90,12  10,30 80,34'`. */
export const strokes = (text: string, width: number, options?: GougeOptions): string =>
  points(text)
    .map((from, index, all) => {
      const to = all[index + 1]
      return index % 2 || !to ? '' : gouge(from, to, width, options)
    })
    .join('')
