import { gouge, hatch, polygon, rays } from '../../carving/carving.ts'
import type { Scene } from '../scene.ts'

/** What is behind a thing that stands inside: one of four carved grounds. */
export function carveBackdrop(scene: Scene, centre: readonly [number, number] = [400, 300]): void {
  const { left, right, random, sky, way } = scene
  const step = (right - left) / 7.4
  const sheet = [
    [left, 0],
    [right, 0],
    [right, 600],
    [left, 600],
  ] as const
  scene.ink(sky, polygon(sheet))
  if (way < 0.34) {
    const reach = Math.hypot((right - left) / 2, 300)
    scene.cut(rays(centre, 240, reach * 1.1, { random, count: 44, width: 7, belly: 0.7, short: 0.9 }))
  } else if (way < 0.62) {
    scene.cut(hatch(sheet, { random, angle: -18, gap: 36, width: 4, length: 110, hole: 80, skip: 0.2, inset: 16 }))
  } else if (way < 0.82) {
    for (let y = 40, row = 0; y < 600; y += 76, row++)
      for (let x = left + 20 + ((row % 2) * step) / 2; x < right; x += step)
        scene.cut(gouge([x, y + 9], [x + 15, y - 9], 4.4), gouge([x + 15, y - 8], [x + 30, y + 9], 4.4))
  } else {
    for (let y = 36, row = 0; y < 600; y += 78, row++)
      for (let x = left + 24 + ((row % 2) * step) / 2; x < right; x += step)
        scene.cut(
          gouge([x, y - 13], [x + 2, y + 13], 4.6, { bend: 0.1 }),
          gouge([x - 13, y], [x + 13, y + 2], 4.6, { bend: 0.1 }),
        )
  }
}

/** A table from edge to edge, seen from the front. */
export function carveTable(scene: Scene, y: number): void {
  const { left, right, random } = scene
  const top = [
    [left - 9, y],
    [right + 9, y - 6],
    [right + 9, 609],
    [left - 9, 609],
  ] as const
  scene.key(polygon(top))
  scene.cut(gouge([left, y + 17], [right, y + 12], 5))
  const lit = [
    [left, y + 34],
    [right, y + 28],
    [right, 596],
    [left, 596],
  ] as const
  scene.cut(hatch(lit, { random, angle: 0, gap: 20, width: 4.4, length: 150, hole: 60, skip: 0.22, inset: 16 }))
}
