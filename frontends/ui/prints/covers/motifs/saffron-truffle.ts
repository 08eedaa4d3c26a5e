import { disc, gouge, type Point, points, rays, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import type { Scene } from '../scene.ts'
import { carveGround } from '../stock/land.ts'
import { carveBackdrop } from '../stock/wall.ts'

/** Petals of a crocus around its heart: where each points, and how wide it is. */
const behind = ['-118,-128', '118,-128', '0,-196'].map(points)
const before = ['-74,-158', '74,-158', '-150,-60', '150,-60'].map(points)

function carveCrocus(scene: Scene, [x, y]: Point, size: number): void {
  const to = ([dx, dy]: Point, share = 1): Point => [x + dx * size * share, y + dy * size * share]
  // leaves like grass, and the long throat
  const blades = [-120, 104, -64, 60].map((lean) => {
    const tip: Point = [x + lean * size, y + (130 - Math.abs(lean) / 2) * size]
    return (width: number) =>
      gouge([x + Math.sign(lean) * 4, 560], tip, width * size, { bend: Math.sign(lean) * 20 * size })
  })
  scene.key(...blades.map((blade) => blade(10)))
  scene.ink('green', ...blades.map((blade) => blade(4)))
  scene.key(gouge([x, y - 40], [x, 640], 20 * size, { belly: 0.3 }))
  scene.ink('paper', gouge([x, y], [x, 600], 10 * size, { belly: 0.3 }))
  const petal = ([tip]: Point[], wide: number) => {
    if (!tip) return
    const bend = -Math.sign(tip[0]) * 12 * size
    scene.key(gouge([x, y + 24 * size], to(tip, 1.09), (wide + 9) * size, { belly: 0.62, bend }))
    scene.ink('rose', gouge([x, y + 10 * size], to(tip), wide * size, { belly: 0.64, bend }))
  }
  const shine = ([tip]: Point[]) =>
    tip ? gouge(to([tip[0] * 0.9 - 9, tip[1] * 0.5]), to([tip[0] * 0.96 - 4, tip[1] * 0.84]), 3.4 * size) : ''
  for (const tip of behind) petal(tip, 38)
  // three red stigmas, two yellow stamens
  for (const [dx, dy, bend] of [
    [-64, -196, -14],
    [26, -226, 8],
    [96, -176, 16],
  ] as const)
    scene.ink('red', gouge([x, y - 10], to([dx, dy]), 9 * size, { belly: 0.85, bend: bend * size }))
  scene.ink(
    'yellow',
    gouge([x, y - 10], to([-26, -120]), 8 * size, { belly: 0.8 }),
    gouge([x, y - 10], to([40, -124]), 8 * size, { belly: 0.8 }),
  )
  for (const tip of before) petal(tip, 36)
  scene.cut(...before.map(shine))
}

/** A truffle: black, warted all over, light from the left. */
function carveTruffle(scene: Scene, [x, y]: Point, radius: number): void {
  const { random } = scene
  scene.key(disc([x, y], radius, random, radius * 0.07, 14))
  for (let row = 0; row < 3; row++)
    for (let i = 0; i < 3 + row * 5; i++) {
      const angle = ((i + random() * 0.4) / (3 + row * 5)) * Math.PI * 2
      const from = radius * (0.16 + row * 0.3)
      const [px, py] = [x + Math.cos(angle) * from, y + Math.sin(angle) * from]
      const wide = 4.6 - (px - x + radius) / radius
      if (wide > 2.4)
        scene.cut(gouge([px - 13, py + 4], [px, py - 10], wide), gouge([px, py - 10], [px + 13, py + 4], wide))
    }
}

export const saffronTruffle: Motif = {
  name: 'safran-et-truffe',
  alt: 'Des fleurs de safran écloses et des truffes noires du causse.',
  isIndoors: true,
  unlike: ['rose', 'red'],
  draw(scene) {
    const { random, sky, more } = scene
    carveBackdrop(scene, [290, 240])
    carveGround(scene, 516, { ink: sky === 'green' ? 'orange' : 'green' })
    carveCrocus(scene, [548, 290], 0.66)
    if (more > 1) carveCrocus(scene, [100, 372], 0.58)
    carveCrocus(scene, [300, 280], more > 1 ? 1.2 : 1.08)
    carveTruffle(scene, [560, 484], 92)
    carveTruffle(scene, [706, 520], 72)
    // one of them cut: marbled
    scene.line(disc([628, 548], 72, random, 3, 16))
    scene.ink('sand', disc([628, 546], 61, random, 2, 16))
    scene.line(disc([628, 546], 54, random, 2, 16))
    scene.ink(
      'sand',
      rays([628, 546], 8, 50, { random, count: 13, width: 4, belly: 0.6 }),
      strokes('594,530 616,552  642,520 660,540  604,574 634,566  648,568 664,556  612,520 630,516', 4),
    )
  },
}
