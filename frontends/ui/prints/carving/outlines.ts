import { along, edges, numbers, type Outline, type Point, whole, windingOf } from './points.ts'
import { jitter, type Random } from './random.ts'

/**
 * Straight cuts from corner to corner, as path data. However the corners are listed, the path runs the way that a gouge's
 * does: two flats of one ink that lie over each other never cancel out into a hole.
 */
export function polygon(outline: Outline): string {
  const [first, ...others] = windingOf(outline) > 0 ? outline.toReversed() : outline
  if (!first) return ''
  let [x, y] = first.map(whole) as [number, number]
  const steps: string[] = []
  const start = numbers(x, y)
  for (const [nx, ny] of others.map((point) => point.map(whole) as [number, number])) {
    if (nx === x && ny === y) continue
    steps.push(numbers(nx - x, ny - y))
    x = nx
    y = ny
  }
  return `M${start}l${steps.join(' ').replace(/ -/g, '-')}z`
}

/** A rectangle that nobody measured. */
export const slab = (x: number, y: number, width: number, height: number, random: Random, reach = 3): string =>
  polygon([
    [x + jitter(random, reach), y + jitter(random, reach)],
    [x + width + jitter(random, reach), y + jitter(random, reach)],
    [x + width + jitter(random, reach), y + height + jitter(random, reach)],
    [x + jitter(random, reach), y + height + jitter(random, reach)],
  ])

/**
 * The outline as a hand cuts it: long straight strokes of the knife, none quite parallel to what was meant.
 * @param reach how far a stroke may stray; corners stray a third of it
 * @param stroke length of one stroke
 */
export const rough = (outline: Outline, random: Random, reach = 3, stroke = 70): string =>
  polygon(roughened(outline, random, reach, stroke))

/** The corners of {@link rough}, for those who cut into the same shape afterwards. */
export function roughened(outline: Outline, random: Random, reach = 3, stroke = 70): Point[] {
  return edges(outline).flatMap(([from, to]) => {
    const strokes = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / stroke))
    return Array.from({ length: strokes }, (_, index): Point => {
      const [x, y] = along(from, to, index / strokes)
      const strays = index ? reach : reach / 3
      return [x + jitter(random, strays), y + jitter(random, strays)]
    })
  })
}

/** Corners of a circle, or of an ellipse when `squash` is not 1. */
export function ring([cx, cy]: Point, radius: number, random: Random, reach = 2, corners = 22, squash = 1): Point[] {
  return Array.from({ length: corners }, (_, index): Point => {
    const angle = (index / corners) * Math.PI * 2
    const strayed = radius + jitter(random, reach)
    return [cx + Math.cos(angle) * strayed, cy + Math.sin(angle) * strayed * squash]
  })
}

/** A disc cut with straight strokes: a sun, a wheel, a tree's crown. */
export const disc = (...of: Parameters<typeof ring>): string => polygon(ring(...of))

/**
 * A stroke of full width from point to point, as a closed shape: a branch, a frame's tube, a path. Widths are told at
 * each point (from edge to edge) and the last one holds for the points after it.
 */
export function limb(points: Outline, widths: readonly number[]): string {
  const left: Point[] = []
  const right: Point[] = []
  points.forEach((point, index) => {
    const before = points[index - 1] ?? point
    const after = points[index + 1] ?? point
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1
    const half = (widths[index] ?? widths.at(-1) ?? 0) / 2
    const nx = (-(after[1] - before[1]) / length) * half
    const ny = ((after[0] - before[0]) / length) * half
    left.push([point[0] + nx, point[1] + ny])
    right.unshift([point[0] - nx, point[1] - ny])
  })
  return polygon([...left, ...right])
}
