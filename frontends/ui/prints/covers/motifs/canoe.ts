import { chatter, disc, gouge, limb, points, polygon, rough, strokes } from '../../carving/carving.ts'
import type { Ink } from '../inks.ts'
import type { Motif } from '../motif.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carvePoplar, carveWood } from '../stock/trees.ts'

export const canoe: Motif = {
  name: 'canoe',
  alt: 'Un canoë descend l’Aveyron entre les peupliers.',
  unlike: ['blue'],
  draw(scene) {
    const { random, left, right, lift } = scene
    const hull = scene.paint('red', 'yellow', 'orange', 'green')
    carveSky(scene, { horizon: 330 + lift, sunX: 560, sunY: 130, size: 84 })
    carveHills(scene, 300 + lift, { hidden: 350 })
    carveWood(scene, [left - 10, 352], [right + 10, 346], 24)
    for (const [x, height] of [
      [120, 250],
      [188, 190],
      [250, 220],
    ] as const)
      carvePoplar(scene, [x, 356], height)
    carveWater(
      scene,
      [
        [left - 9, 350],
        [right + 9, 346],
        [right + 9, 609],
        [left - 9, 609],
      ],
      0.3,
    )
    const paddlers: [number, Ink][] = scene.more
      ? [
          [300, scene.unlikeSky('yellow', 'orange')],
          [500, scene.unlikeSky('green', 'rose')],
        ]
      : [[400, scene.unlikeSky('yellow', 'orange')]]
    for (const [x, vest] of paddlers) {
      scene.key(
        disc([x + 8, 266], 30, random, 1, 16),
        polygon([
          [x - 36, 400],
          [x - 34, 324],
          [x - 8, 296],
          [x + 30, 298],
          [x + 46, 330],
          [x + 40, 400],
        ]),
      )
      scene.ink(
        vest,
        polygon([
          [x - 24, 396],
          [x - 23, 330],
          [x - 4, 308],
          [x + 24, 308],
          [x + 34, 334],
          [x + 30, 396],
        ]),
      )
      scene.cut(gouge([x + 14, 272], [x + 26, 256], 5))
      scene.ink(vest === 'yellow' ? 'red' : 'yellow', `M${x - 26} 258q6-34 36-34t34 30l12 6z`)
      scene.line(
        limb(
          [
            [x + 4, 326],
            [x + 50, 366],
            [x + 74, 340],
          ],
          [22, 20, 14],
        ),
        gouge([x - 14, 340], [x - 10, 390], 4),
      )
    }
    scene.key('M60 372c30 24 70 34 120 36h440c50-2 90-12 122-38-4 56-30 104-84 122H146c-52-16-80-64-86-120z')
    scene.ink(hull, 'M80 396c40 24 80 30 120 30h404c46 0 84-8 118-32-12 40-34 72-72 84H154c-38-12-62-42-74-82z')
    scene.cut(strokes('120,436 400,444  420,446 690,434  170,462 380,466', 4))
    scene.line(strokes('260,426 256,478  404,428 404,480  548,428 552,478', 3))
    // paddles, over the side
    for (const [x] of paddlers) {
      scene.key(
        limb(
          [
            [x + 20, 242],
            [x + 104, 470],
          ],
          [11],
        ),
        `M${x + 92} 452l24-8 26 62q2 26-12 32-18-2-26-24z`,
      )
      scene.cut(gouge([x + 112, 464], [x + 128, 516], 5))
    }
    scene.cut(rough(points('40,500 150,510 640,510 760,498 700,522 120,526'), random, 3, 60))
    scene.cut(
      chatter(points('80,536 720,536 720,590 80,590'), {
        random,
        count: 14,
        length: 70,
        width: 4.5,
        angle: 0,
        spread: 3,
      }),
    )
  },
}
