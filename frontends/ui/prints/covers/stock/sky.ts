import { chatter, disc, gouge, hatch, type Point, polygon, rays, ring } from '../../carving/carving.ts'
import type { Scene } from '../scene.ts'

export type SkyOptions = {
  /** Where the land begins; a rising or setting sun stands on it. */
  horizon: number
  /** Where the sun stands, from left to right. */
  sunX?: number
  /** Of the sun at noon. */
  sunY?: number
  /** Radius of the sun. */
  size?: number
  withoutSun?: boolean
}

/** What is behind everything: a flat, the hour's sun or moon, and what the gouge left in it. */
export function carveSky(scene: Scene, options: SkyOptions): void {
  const { left, right, random, sky, hour } = scene
  const { horizon, sunX = 560, sunY = 190, size = 96, withoutSun = false } = options
  scene.ink(
    sky,
    polygon([
      [left, 0],
      [right, 0],
      [right, 600],
      [left, 600],
    ]),
  )
  if (hour === 'night') carveNight(scene, sunX, Math.min(sunY, 170), horizon)
  else if (!withoutSun) carveSun(scene, [sunX, sunY], size, horizon)
  if (hour === 'night') return
  const air: Point[] = [
    [left, 0],
    [right, 0],
    [right, horizon - 40],
    [left, horizon - 40],
  ]
  const angle = Math.floor(random() * 4) * 8 - 12
  scene.cut(hatch(air, { random, angle, gap: 40, width: 3.4, length: 80, hole: 130, skip: 0.45, inset: 20 }))
}

function carveSun(scene: Scene, [x, y]: Point, size: number, horizon: number): void {
  const { random, light, sky, hour } = scene
  if (hour === 'dawn') {
    const low: Point = [x, horizon]
    scene.ink('key', rays(low, size * 1.7, size * 4.2, { random, count: 40, width: 8, belly: 0.2, short: 0.5 }))
    scene.ink(light, disc(low, size * 1.5, random, 2, 34))
    return
  }
  if (hour === 'evening') {
    const low: Point = [x, horizon - size * 0.55]
    scene.ink(light, disc(low, size * 1.35, random, 2, 32))
    const lines = [0.1, 0.34, 0.56, 0.78, 1].map((step, index) =>
      gouge([x - size * 1.5, low[1] + step * size], [x + size * 1.5, low[1] + step * size + 3], 3 + index * 1.6),
    )
    scene.ink(sky, ...lines)
    return
  }
  scene.ink('key', rays([x, y], size * 1.16, size * 2.7, { random, count: 34, width: 8 }))
  scene.ink(light, disc([x, y], size, random, 2, 26))
}

function carveNight(scene: Scene, x: number, y: number, horizon: number): void {
  const { random, light, left, right } = scene
  const air: Point[] = [
    [left, 0],
    [right, 0],
    [right, horizon - 20],
    [left, horizon - 20],
  ]
  scene.ink(
    'blue',
    hatch(air, { random, angle: -4, gap: 25, width: 4.4, length: 110, hole: 46, skip: 0.12, inset: 14 }),
  )
  scene.ink('key', disc([x, y], 112, random, 8, 18))
  scene.ink(light, disc([x, y], 76, random, 2, 26))
  scene.ink('key', polygon(ring([x + 34, y - 14], 66, random, 2, 24)))
  scene.cut(chatter(air, { random, count: 22, length: 14, width: 4, angle: 45, spread: 60 }))
}
