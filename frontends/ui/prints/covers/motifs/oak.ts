import { gouge, limb, oakLeaf, points, polygon, turn } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveWood } from '../stock/trees.ts'

export const oak: Motif = {
  name: 'chene',
  alt: 'Une branche de chêne et ses glands, les collines boisées derrière.',
  unlike: ['green'],
  draw(scene) {
    const { random, left, right, lift } = scene
    carveSky(scene, { horizon: 470 + lift, sunX: 250, sunY: 330, size: 104 })
    carveHills(scene, 470 + lift, { ink: scene.land === 'green' ? 'orange' : scene.land })
    carveWood(scene, [left, 510 + lift], [right, 500 + lift], 52)
    scene.key(
      limb(points('860,-30 700,60 540,110 400,190 330,262'), [58, 44, 30, 20, 8]),
      limb(points('640,80 600,170 610,260'), [22, 14, 6]),
      limb(points('500,130 400,96 320,100'), [18, 12, 5]),
    )
    scene.cut(
      gouge([780, 20], [660, 76], 5, { bend: 5 }),
      gouge([640, 86], [520, 120], 4, { bend: 4 }),
      gouge([480, 150], [400, 196], 3),
    )
    const leaves: [number, number, number, number][] = [
      [340, 254, 220, 128],
      [396, 196, 210, 172],
      [330, 102, 210, 196],
      [410, 100, 190, 236],
      [520, 116, 190, 268],
      [606, 250, 230, 104],
      [614, 200, 190, 40],
      [470, 152, 210, 88],
      [680, 66, 190, 300],
      [700, 70, 220, 66],
    ]
    for (const [index, [x, y, length, angle]] of leaves.slice(0, 7 + scene.more).entries()) {
      const { outline, veins, stem } = oakLeaf([x, y], length, angle + (random() - 0.5) * 12, random)
      const yellowing = index % 4 === 3 && scene.unlikeSky('yellow', 'orange')
      scene.key(stem)
      scene.leaf(yellowing || 'green', outline)
      scene.cut(veins)
    }
    // acorns
    for (const [x, y, lean] of [
      [470, 300, 12],
      [540, 330, -14],
      [250, 300, 20],
    ] as const) {
      const at = (text: string) => polygon(turn(points(text), lean, [0, 0]).map(([px, py]) => [x + px, y + py]))
      scene.key(
        at(
          '-42,0 -40,-26 -18,-44 -6,-48 -8,-84 8,-84 8,-48 20,-44 40,-26 42,0 34,6 30,60 8,104 0,116 -8,104 -30,60 -34,6',
        ),
      )
      scene.ink(scene.unlikeSky('yellow', 'orange'), at('-24,8 24,8 21,56 5,92 0,98 -5,92 -21,56'))
      scene.cut(at('-16,14 -10,14 -8,70 -14,54'))
      for (const [px, py] of [
        [-24, -8],
        [-8, -8],
        [8, -8],
        [24, -8],
        [-16, -24],
        [0, -24],
        [16, -24],
      ] as const)
        scene.ink('orange', at(`${px - 6},${py} ${px},${py - 8} ${px + 6},${py} ${px},${py + 6}`))
    }
  },
}
