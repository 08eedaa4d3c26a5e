import { gouge } from './gouge.ts'
import type { Point } from './points.ts'
import { jitter, type Random } from './random.ts'

export type RaysOptions = {
  random: Random
  count: number
  width: number
  /** Radians, clockwise from the right; the whole turn unless told. */
  from?: number
  to?: number
  belly?: number
  /** Length of every second ray, as a share of the others. */
  short?: number
}

/** Cuts that spread from a centre, from `inner` to `outer`: a sun, spokes, the vault of an arch. Path data. */
export function rays([cx, cy]: Point, inner: number, outer: number, options: RaysOptions): string {
  const { random, count, width, from = 0, to = Math.PI * 2, belly = 0.3, short = 0.62 } = options
  let cuts = ''
  for (let index = 0; index < count; index++) {
    const angle = from + ((to - from) * (index + 0.5 + jitter(random, 0.15))) / count
    const at = (radius: number): Point => [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius]
    const start = inner * (0.98 + random() * 0.06)
    const end = inner + (outer - inner) * (index % 2 ? short : 1) * (0.85 + random() * 0.3)
    cuts += gouge(at(start), at(end), width * (0.7 + random() * 0.6), { belly })
  }
  return cuts
}
