import { gouge, hatch, points, polygon, rough, slab, strokes } from '../../carving/carving.ts'
import type { Motif } from '../motif.ts'
import { carveHills, carveWater } from '../stock/land.ts'
import { carveSky } from '../stock/sky.ts'
import { carveTree } from '../stock/trees.ts'

export const lavoir: Motif = {
  name: 'lavoir',
  alt: 'Un lavoir couvert de tuiles, ses piliers de pierre et son bassin.',
  unlike: ['blue'],
  draw(scene) {
    const { random, left, right, lift } = scene
    const tiles = scene.unlikeSky('red', 'orange')
    carveSky(scene, { horizon: 300 + lift, sunX: 640, sunY: 100, size: 70 })
    carveHills(scene, 300 + lift)
    carveTree(scene, [720, 400], 210)
    carveTree(scene, [70, 400], 160)
    // back wall in shadow
    scene.key(rough(points('120,250 680,244 686,430 114,434'), random, 2, 90))
    scene.ink(scene.unlikeSky('yellow', 'sand'), rough(points('134,268 668,262 672,420 128,424'), random, 2, 120))
    scene.line(
      hatch(points('134,268 668,262 672,420 128,424'), {
        random,
        angle: 0,
        gap: 19,
        width: 4.4,
        length: 44,
        hole: 18,
        skip: 0.15,
      }),
    )
    scene.line('M360 424v-70q2-42 40-42t40 42v70z')
    scene.ink('blue', 'M372 424v-68q2-32 28-32t28 32v68z')
    // roof
    scene.key(rough(points('54,262 178,104 622,96 746,252 742,276 56,284'), random, 3, 90))
    const slope = points('84,256 190,118 612,110 716,248')
    scene.ink(tiles, rough(slope, random, 2, 120))
    scene.line(hatch(slope, { random, angle: 90, gap: 22, width: 4, length: 46, hole: 8, wobble: 10 }))
    scene.cut(
      hatch(slope, {
        random,
        angle: 90,
        gap: 24,
        width: 3.6,
        length: 30,
        hole: 34,
        skip: 0.25,
        wobble: 8,
        light: (x) => 1.3 - x / 900,
      }),
      gouge([196, 112], [606, 104], 5),
    )
    // pillars
    for (const x of [104, 288, 476, 660]) {
      scene.line(
        rough(
          [
            [x - 6, 272],
            [x + 46, 271],
            [x + 40, 296],
            [x + 36, 452],
            [x + 2, 453],
            [x, 298],
          ],
          random,
          1,
          90,
        ),
      )
      scene.cut(
        ...[0, 1, 2, 3].map((row) => slab(x + 8, 304 + row * 37, 16, 29, random, 2)),
        gouge([x + 2, 282], [x + 36, 281], 5),
      )
    }
    // the basin and its rim
    scene.key(
      rough(
        [
          [left - 9, 438],
          [right + 9, 432],
          [right + 9, 609],
          [left - 9, 609],
        ],
        random,
        3,
        90,
      ),
    )
    scene.cut(rough(points('64,454 738,448 776,482 30,490'), random, 2, 120))
    scene.line(strokes('200,456 190,488  352,454 348,488  500,452 506,486  640,450 656,484', 4))
    carveWater(
      scene,
      [
        [left - 9, 504],
        [right + 9, 500],
        [right + 9, 609],
        [left - 9, 609],
      ],
      0.3,
    )
    scene.line(
      hatch(points('110,504 690,502 680,590 120,590'), {
        random,
        angle: 0,
        gap: 15,
        width: 5,
        length: 50,
        hole: 60,
        skip: 0.3,
      }),
    )
    // linen
    const linen = scene.way > 0.5 ? 560 : 210
    scene.line(
      polygon([
        [linen - 62, 446],
        [linen + 66, 444],
        [linen + 58, 536],
        [linen - 40, 548],
      ]),
    )
    scene.ink(
      scene.more ? 'paper' : scene.unlikeSky('rose', 'yellow'),
      polygon([
        [linen - 52, 454],
        [linen + 56, 452],
        [linen + 49, 528],
        [linen - 34, 538],
      ]),
    )
    scene.line(
      gouge([linen - 20, 458], [linen - 14, 530], 4),
      gouge([linen + 16, 456], [linen + 14, 526], 4),
      gouge([linen + 40, 460], [linen + 36, 510], 3),
    )
  },
}
