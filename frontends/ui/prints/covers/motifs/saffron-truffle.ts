import { disc, gouge, limb, points, polygon, rays, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import type { Scene } from '../scene.ts'
import { carveGround } from '../stock/land.ts'
import { carveBackdrop } from '../stock/wall.ts'

function carveCrocus(scene: Scene, x: number, y: number, size: number, petals: 'rose' | 'paper' | 'blue'): void {
  const at = (text: string) => polygon(points(text).map(([px, py]) => [x + px * size, y + py * size]))
  for (const [side, lean] of [
    [-1, 70],
    [1, 64],
    [-1, 110],
    [1, 120],
  ] as const)
    scene.key(
      gouge([x + side * 4, y + 210 * size], [x + side * lean * size, y + (40 + lean * 0.5) * size], 5, {
        bend: side * 14 * size,
      }),
    )
  scene.key(
    limb(
      [
        [x, y + 220 * size],
        [x - 3, y + 120 * size],
        [x, y + 10],
      ],
      [15 * size, 17 * size, 20 * size],
    ),
  )
  scene.ink('green', gouge([x, y + 200 * size], [x, y + 30 * size], 4))
  // three petals behind, three before
  scene.key(at('-10,40 -66,-20 -84,-120 -56,-160 -16,-110 0,-188 20,-110 60,-158 84,-116 66,-20 10,40'))
  scene.ink(
    petals,
    at('-12,20 -56,-26 -73,-116 -55,-143 -20,-90 -10,-40'),
    at('12,20 56,-26 73,-114 56,-142 22,-90 10,-40'),
    at('-10,-70 0,-168 12,-70'),
  )
  scene.line(at('-8,50 -48,0 -50,-64 -24,-104 0,-60 24,-104 50,-62 48,0 8,50'))
  scene.ink(petals, at('-8,38 -38,-2 -40,-60 -24,-86 -6,-42'), at('8,38 38,-2 40,-60 24,-86 6,-42'))
  // the three red stigmas
  for (const [dx, dy] of [
    [-34, -134],
    [0, -150],
    [34, -132],
  ] as const)
    scene.ink(
      'red',
      gouge([x, y - 20 * size], [x + dx * size, y + dy * size], 8 * size, { belly: 0.8, bend: dx * 0.14 }),
    )
  scene.ink(
    'yellow',
    gouge([x - 4, y - 30 * size], [x - 15 * size, y - 86 * size], 5),
    gouge([x + 4, y - 30 * size], [x + 15 * size, y - 86 * size], 5),
  )
  scene.line(
    strokes(
      `${x - 20},${y + 6} ${x - 34 * size},${y - 48 * size}  ${x + 20},${y + 6} ${x + 34 * size},${y - 48 * size}  ${x - 50 * size},${y - 50 * size} ${x - 60 * size},${y - 110 * size}  ${x + 50 * size},${y - 50 * size} ${x + 60 * size},${y - 110 * size}`,
      3,
    ),
  )
}

export const saffronTruffle: Motif = {
  name: 'safran-et-truffe',
  alt: 'Des fleurs de safran écloses et des truffes noires du causse.',
  isIndoors: true,
  unlike: ['rose', 'red'],
  draw(scene) {
    const { random, sky } = scene
    const petals = 'rose'
    carveBackdrop(scene, [300, 260])
    carveGround(scene, 506, { ink: sky === 'green' ? 'orange' : 'green' })
    carveCrocus(scene, 130, 362, 0.8, petals)
    if (scene.more > 0) carveCrocus(scene, 424, 350, 0.86, petals)
    carveCrocus(scene, 280, 300, 1.24, petals)
    // truffles, one of them cut
    for (const [x, y, radius] of [
      [560, 486, 82],
      [706, 520, 62],
    ] as const) {
      scene.line(disc([x, y], radius, random, 6, 20))
      for (let ring = 0; ring < 4; ring++)
        for (let i = 0; i < 4 + ring * 4; i++) {
          const angle = ((i + random() * 0.5) / (4 + ring * 4)) * Math.PI * 2
          const from = radius * (0.14 + ring * 0.23)
          if (Math.cos(angle - 3.9) < -0.35 && ring > 1) continue
          const [px, py] = [x + Math.cos(angle) * from, y + Math.sin(angle) * from]
          scene.cut(gouge([px - 8, py + 2], [px, py - 6], 3), gouge([px, py - 6], [px + 8, py + 2], 3))
        }
    }
    scene.line(disc([620, 548], 66, random, 4, 20))
    scene.ink('sand', disc([620, 546], 56, random, 3, 20))
    scene.line(disc([620, 546], 50, random, 3, 20))
    scene.ink(
      'sand',
      rays([620, 546], 6, 46, { random, count: 13, width: 3.4, belly: 0.6 }),
      strokes('590,530 610,552  632,520 650,540  600,572 628,566  640,566 656,556  608,522 624,516', 3),
    )
  },
}
