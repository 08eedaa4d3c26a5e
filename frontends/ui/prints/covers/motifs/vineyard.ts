import { disc, gouge, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'

const leaf =
  '0,0 -34,10 -76,-12 -66,-40 -98,-62 -70,-86 -76,-124 -38,-112 -18,-150 8,-116 44,-136 48,-98 88,-92 70,-58 92,-28 54,-14 40,12'

export const vineyard: Motif = {
  name: 'vigne',
  alt: 'Une grappe mûre devant les rangs de vigne des coteaux.',
  draw(scene) {
    const { random, lift, left, right } = scene
    const grape = scene.paint('rose', 'blue', 'yellow')
    carveSky(scene, { horizon: 330 + lift, sunX: 190, sunY: 140, size: 84 })
    carveHills(scene, 316 + lift, { hidden: 400 })
    // rows that run to a point
    const [vx, vy] = [200, 336]
    scene.key(
      rough(
        [
          [left - 9, 400],
          [vx, vy + 10],
          [right + 9, 384],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        3,
        90,
      ),
    )
    let [rows, lights, clods] = ['', '', '']
    for (let i = -3; i < 9; i++) {
      const x = vx + i * 132
      const foot = vx + i * 7
      rows += polygon(points(`${foot},${vy + 20} ${foot + 4},${vy + 20} ${x + 70},609 ${x},609`))
      lights += gouge([vx + i * 9 + 2, vy + 34], [x + 76, 606], 3.6, { belly: 0.8 })
      for (const t of [0.44, 0.7]) {
        const px = vx + i * 8 + (x + 30 - vx - i * 8) * t
        const py = vy + 20 + 270 * t
        clods += gouge([px - 18 * t, py], [px + 20 * t, py - 9 * t], 6 * t + 1)
      }
    }
    scene.ink(scene.unlikeSky('green', 'orange'), rows)
    scene.cut(lights)
    scene.line(clods)
    // the shoot
    scene.key(
      limb(points('330,-10 440,40 540,56 640,40 820,74'), [20, 18, 17, 15, 10]),
      limb(points('560,54 566,110 556,150'), [12, 8, 8]),
    )
    scene.key(gouge([650, 44], [742, 140], 5, { bend: 30 }), gouge([742, 140], [716, 178], 4, { bend: -16 }))
    for (const [x, y, size, angle] of [
      [452, 130, 1.05, -28],
      [690, 190, 1.15, 24],
    ] as const) {
      const turned = (scale: number) =>
        points(leaf).map(([px, py]) => {
          const a = (angle * Math.PI) / 180
          const [qx, qy] = [px * scale, (py + 64) * scale]
          return [x + qx * Math.cos(a) - qy * Math.sin(a), y - 30 + qx * Math.sin(a) + qy * Math.cos(a)] as const
        })
      scene.key(rough(turned(size * 1.14), random, 2, 60))
      scene.ink('green', rough(turned(size), random, 2, 60))
      for (const [tx, ty] of [
        [0, -70],
        [-60, -46],
        [58, -36],
        [-50, 10],
        [48, 16],
      ] as const) {
        const a = (angle * Math.PI) / 180
        const to = (px: number, py: number) =>
          [x + px * Math.cos(a) - py * Math.sin(a), y - 30 + px * Math.sin(a) + py * Math.cos(a)] as const
        scene.cut(gouge(to(0, 50), to(tx * 1.1, ty * 1.1), 4.4, { belly: 0.3 }))
      }
    }
    // the bunch, from behind to the front
    const bunch: [count: number, y: number][] = [
      [4, 190],
      [5, 246],
      [4, 300],
      [4, 350],
      [3, 402],
      [2, 452],
      [1, 500],
    ]
    for (const [count, y] of bunch) {
      const grapes = Array.from({ length: count }, (_, i) => 560 + (i - (count - 1) / 2) * 60 + (random() - 0.5) * 10)
      scene.key(...grapes.map((x) => disc([x, y], 37, random, 2, 11)))
      scene.ink(grape, ...grapes.map((x) => disc([x, y], 30, random, 1, 11)))
      scene.cut(...grapes.map((x) => gouge([x - 18, y + 4], [x - 4, y - 19], 5, { bend: -5 })))
      scene.line(...grapes.map((x) => gouge([x + 4, y + 22], [x + 22, y + 6], 5)))
    }
    scene.cut(strokes('356,6 430,38  560,54 640,38', 3))
  },
}
