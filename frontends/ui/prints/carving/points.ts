/** In units of the print; y grows downwards. */
export type Point = readonly [x: number, y: number]

/** Corners in order; the last is joined to the first. */
export type Outline = readonly Point[]

/** Corners written as in SVG's `points`: `'10,20 210,0 240,180'`. */
export const points = (text: string): Point[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair): Point => {
      const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number)
      if (Number.isNaN(x) || Number.isNaN(y)) throw new TypeError(`Not a point: ${pair}`)
      return [x, y]
    })

export const along = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

export const move = (outline: Outline, dx: number, dy: number): Point[] => outline.map(([x, y]) => [x + dx, y + dy])

/** @param factor of size, around the origin, before the move */
export const place = (outline: Outline, dx: number, dy: number, factor: number): Point[] =>
  outline.map(([x, y]) => [dx + x * factor, dy + y * factor])

/** @param degrees clockwise, as y grows downwards */
export function turn(outline: Outline, degrees: number, around: Point = [0, 0]): Point[] {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return outline.map(([x, y]) => {
    const dx = x - around[0]
    const dy = y - around[1]
    return [around[0] + dx * cos - dy * sin, around[1] + dx * sin + dy * cos]
  })
}

/** Each corner with the next. */
export function edges(outline: Outline): (readonly [Point, Point])[] {
  const next = (index: number) => outline[(index + 1) % outline.length]
  return outline.flatMap((from, index) => {
    const to = next(index)
    return to ? [[from, to] as const] : []
  })
}

/** Twice its surface; above zero when its corners run clockwise, as y grows downwards. */
export const windingOf = (outline: Outline): number =>
  edges(outline).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0)

export function boundsOf(outline: Outline) {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

export function isInside(outline: Outline, [x, y]: Point): boolean {
  let inside = false
  for (const [a, b] of edges(outline))
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  return inside
}

/** Numbers of a path, as short as SVG allows: whole, and without the space that a minus sign makes needless. */
export const numbers = (...values: readonly number[]) => values.map(whole).join(' ').replace(/ -/g, '-')

/** Rounded; never `-0`, which would print a needless sign. */
export const whole = (value: number) => Math.round(value) + 0
