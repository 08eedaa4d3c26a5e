import { along, gouge, type Outline, type Point, type Random } from '../carving/carving.ts'

/** The point at `share` (0 to 1) of an open line, by length. */
export function pointOn(line: Outline, share: number): Point {
  const first = line[0] ?? [0, 0]
  const steps = line.slice(1).map((to, index) => {
    const from = line[index] ?? to
    return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) }
  })
  let left = Math.max(0, Math.min(1, share)) * steps.reduce((sum, { length }) => sum + length, 0)
  for (const { from, to, length } of steps) {
    if (left <= length && length > 0) return along(from, to, left / length)
    left -= length
  }
  return line.at(-1) ?? first
}

/** One cut that follows a line from one share of it to another, bent as the line is. */
export function cutAlong(line: Outline, start: number, end: number, width: number, belly = 0.45): string {
  const from = pointOn(line, start)
  const to = pointOn(line, end)
  const middle = pointOn(line, (start + end) / 2)
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const aside =
    ((middle[0] - (from[0] + to[0]) / 2) * (from[1] - to[1]) +
      (middle[1] - (from[1] + to[1]) / 2) * (to[0] - from[0])) /
    length
  return gouge(from, to, width, { belly, bend: Math.abs(aside) < 1.5 ? 0 : aside * 2 })
}

export type FlowOptions = {
  random: Random
  /** Lines, from the first edge to the second. */
  lines: number
  width: number
  /** Mean length of a cut, and of what is left standing between two, as shares of the line. */
  cut?: number
  hole?: number
  skip?: number
  /** Width by place, as a factor: across (0 first edge, 1 second) and along the line. */
  light?: (across: number, along: number) => number
}

/** Cuts that follow a form: lines from one edge of it to the other, broken into tapered strokes. Path data. */
export function flow(edge: Outline, other: Outline, options: FlowOptions): string {
  const { random, lines, width, cut = 1, hole = 0.06, skip = 0, light = () => 1 } = options
  let cuts = ''
  for (let index = 0; index < lines; index++) {
    const across = (index + 0.5 + (random() - 0.5) * 0.4) / lines
    const line = Array.from({ length: 13 }, (_, step) =>
      along(pointOn(edge, step / 12), pointOn(other, step / 12), across),
    )
    let start = cut < 1 ? random() * cut * 0.7 : random() * 0.04
    while (start < 0.98) {
      const end = Math.min(1, start + cut * (0.55 + random() * 0.9))
      const wide = width * (0.7 + random() * 0.6) * light(across, (start + end) / 2)
      const belly = 0.35 + random() * 0.2
      if (wide > 0.7 && random() >= skip) cuts += cutAlong(line, start, end, wide, belly)
      start = end + hole * (0.5 + random())
    }
  }
  return cuts
}

export type CombOptions = {
  random: Random
  count: number
  width: number
  length: number
  /** Where cuts point, in degrees clockwise from the right; `fan` is added from the first to the last of them. */
  angle: number
  fan?: number
  /** Length and width by place along the edge, as a factor. */
  light?: (share: number) => number
}

/** Cuts that start on a line, heavy, and die away from it: light on a rim, grass, a shadow. Path data. */
export function comb(line: Outline, options: CombOptions): string {
  const { random, count, width, length, angle, fan = 0, light = () => 1 } = options
  let cuts = ''
  for (let index = 0; index < count; index++) {
    const share = (index + 0.5 + (random() - 0.5) * 0.5) / count
    const strong = light(share)
    const direction = ((angle + fan * (share - 0.5) + (random() - 0.5) * 8) * Math.PI) / 180
    const reach = length * strong * (0.65 + random() * 0.6)
    const wide = width * (0.7 + random() * 0.5) * Math.min(1, 0.5 + strong / 2)
    const from = pointOn(line, share)
    const to = [from[0] + Math.cos(direction) * reach, from[1] + Math.sin(direction) * reach] as const
    if (strong > 0.05) cuts += gouge(from, to, wide, { belly: 0.22 })
  }
  return cuts
}
