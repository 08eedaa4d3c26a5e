import { type Point, windingOf } from './points.ts'

const parameters: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, q: 4, c: 6, s: 4, t: 2, a: 7, z: 0 }

/**
 * Whether a figure of this path data, drawn by hand, runs against the way of gouges and polygons: where the two lie over
 * each other in one path, there would be a hole. Told by the ends of its strokes, which is enough for flats.
 */
export function windsBack(d: string): boolean {
  let [x, y] = [0, 0]
  let corners: Point[] = []
  let isBack = false
  const finish = () => {
    isBack ||= windingOf(corners) > 0
    corners = []
  }
  for (const [, command = '', text = ''] of d.matchAll(/([a-z])([^a-z]*)/gi)) {
    const values = text.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? []
    const kind = command.toLowerCase()
    const isRelative = command === kind
    if (kind === 'm') finish()
    const size = parameters[kind] ?? 2
    for (let index = 0; index + size <= values.length && size > 0; index += size) {
      const last = values[index + size - 1] ?? 0
      const before = values[index + size - 2] ?? 0
      if (kind === 'h') x = isRelative ? x + last : last
      else if (kind === 'v') y = isRelative ? y + last : last
      else [x, y] = isRelative ? [x + before, y + last] : [before, last]
      corners.push([x, y])
    }
    const [start] = corners
    if (kind === 'z' && start) [x, y] = start
  }
  finish()
  return isBack
}
