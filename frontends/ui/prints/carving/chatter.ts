import { gouge } from './gouge.ts'
import { boundsOf, isInside, type Outline } from './points.ts'
import { between, jitter, type Random } from './random.ts'

export type ChatterOptions = {
  random: Random
  count: number
  length: number
  width: number
  /** Degrees from the horizontal. */
  angle?: number
  /** How far from it, in degrees. */
  spread?: number
}

/** What the gouge leaves behind in a cleared area: a few short cuts, anywhere inside. Path data. */
export function chatter(outline: Outline, options: ChatterOptions): string {
  const { random, count, length, width, angle = 0, spread = 25 } = options
  const { left, right, top, bottom } = boundsOf(outline)
  let cuts = ''
  let made = 0
  // An outline without surface would never be hit.
  for (let tries = 0; made < count && tries < 40 * count; tries++) {
    const x = between(random, left, right)
    const y = between(random, top, bottom)
    if (!isInside(outline, [x, y])) continue
    const direction = ((angle + jitter(random, spread)) * Math.PI) / 180
    const reach = length * (0.5 + random())
    const end = [x + Math.cos(direction) * reach, y + Math.sin(direction) * reach] as const
    cuts += gouge([x, y], end, width * (0.6 + random() * 0.7), { belly: 0.35 })
    made++
  }
  return cuts
}
