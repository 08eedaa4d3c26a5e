import { disc, gouge, hatch, limb, type Point, polygon, ring } from '../../carving/carving.ts'
import type { Ink } from '../inks.ts'
import type { Scene } from '../scene.ts'

/** A round tree, standing on `base`; its light comes from the left. */
export function carveTree(scene: Scene, [x, y]: Point, height: number, ink: Ink = 'key'): void {
  const { random } = scene
  const radius = height * 0.34
  const middle: Point = [x, y - height + radius]
  const trunk = limb(
    [
      [x - 2, y + 4],
      [x + 1, y - height * 0.3],
      [x, middle[1]],
    ],
    [height * 0.1, height * 0.07, 4],
  )
  const crown = disc(middle, radius, random, radius * 0.09, 14)
  if (ink === 'key') scene.key(trunk + crown)
  else {
    scene.key(trunk, disc(middle, radius + 6, random, radius * 0.08, 14))
    scene.ink(ink, crown)
  }
  const light = [-0.52, -0.16, 0.2].map((side, index) =>
    gouge(
      [x + side * radius, middle[1] + radius * (0.5 - index * 0.1)],
      [x + (side + 0.26) * radius, middle[1] - radius * (0.62 - index * 0.06)],
      radius * (0.09 - index * 0.015),
      { belly: 0.6, bend: -radius * 0.1 },
    ),
  )
  scene.cut(...light)
}

/** A poplar of the river's edge. */
export function carvePoplar(scene: Scene, [x, y]: Point, height: number): void {
  const { random } = scene
  const half = height * 0.13
  const crown: Point[] = [
    [x, y - height],
    [x + half * 0.8, y - height * 0.62],
    [x + half, y - height * 0.3],
    [x + half * 0.4, y - height * 0.1],
    [x - half * 0.5, y - height * 0.1],
    [x - half, y - height * 0.34],
    [x - half * 0.7, y - height * 0.66],
  ]
  scene.key(
    polygon(crown),
    limb(
      [
        [x, y],
        [x, y - height * 0.3],
      ],
      [half * 0.5, 3],
    ),
  )
  scene.cut(
    hatch(crown, {
      random,
      angle: 80,
      gap: 9,
      width: 3.4,
      length: height * 0.16,
      hole: 8,
      inset: 7,
      light: (at) => 1.1 - (at - x + half) / (half * 2.4),
    }),
  )
}

/** A hedge or a wood, far away. */
export function carveWood(scene: Scene, from: Point, to: Point, size: number): void {
  const { random } = scene
  const count = Math.round(Math.abs(to[0] - from[0]) / (size * 1.45))
  let crowns = ''
  let lights = ''
  for (let index = 0; index <= count; index++) {
    const x = from[0] + ((to[0] - from[0]) * index) / count + (random() - 0.5) * size * 0.4
    const y = from[1] + ((to[1] - from[1]) * index) / count
    const radius = size * (0.75 + random() * 0.5)
    crowns += polygon(ring([x, y - radius * 0.5], radius, random, size * 0.14, 8))
    lights += gouge([x - radius * 0.5, y - radius * 0.2], [x + radius * 0.1, y - radius * 1.2], size * 0.14, {
      bend: -4,
    })
  }
  scene.key(crowns)
  scene.cut(lights)
}
